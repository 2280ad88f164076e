/** CSV read within limits. Sole user of FastCSV. */
@NullMarked
package org.cresset.csv;

import org.jspecify.annotations.NullMarked;

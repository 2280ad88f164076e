/** JSON written and read. Sole user of jackson-core. */
@NullMarked
package org.cresset.json;

import org.jspecify.annotations.NullMarked;

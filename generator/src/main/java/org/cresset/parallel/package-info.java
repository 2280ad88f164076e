/** How work is shared out among the cores. */
@NullMarked
package org.cresset.parallel;

import org.jspecify.annotations.NullMarked;

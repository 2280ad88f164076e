/** Who may read a text and how it is handled; the one rule is Audience.mayRead. */
@NullMarked
package org.cresset.marking;

import org.jspecify.annotations.NullMarked;

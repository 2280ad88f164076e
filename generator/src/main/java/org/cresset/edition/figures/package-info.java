/** Counts and durations over the reports of one edition. */
@NullMarked
package org.cresset.edition.figures;

import org.jspecify.annotations.NullMarked;

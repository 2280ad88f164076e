/**
 * What is wrong with the input, as data: where, what was found, what was expected, what to do; and
 * how that is printed.
 */
@NullMarked
package org.cresset.problem;

import org.jspecify.annotations.NullMarked;

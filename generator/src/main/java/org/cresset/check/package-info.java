/**
 * The rules that a collection must keep, each with its code; what is found is attributed to a text,
 * so that each edition gets its own verdict.
 */
@NullMarked
package org.cresset.check;

import org.jspecify.annotations.NullMarked;

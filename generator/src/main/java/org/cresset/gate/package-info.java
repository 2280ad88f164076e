/**
 * The wall: a library and an audience make an edition. Cuts text before anything parses it; the
 * only maker of editions.
 */
@NullMarked
package org.cresset.gate;

import org.jspecify.annotations.NullMarked;

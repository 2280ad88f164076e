/**
 * The values that documents are made of (a product, a solution, a revision), plain text on both
 * sides of the wall.
 */
@NullMarked
package org.cresset.model;

import org.jspecify.annotations.NullMarked;

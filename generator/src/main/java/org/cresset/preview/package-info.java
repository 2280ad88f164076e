/**
 * A site that an author looks at while writing: served on loopback from memory, with the problems
 * beside it, brought up to date when a file is saved. Nothing is written to disk.
 */
@NullMarked
package org.cresset.preview;

import org.jspecify.annotations.NullMarked;

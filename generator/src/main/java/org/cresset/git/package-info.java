/**
 * Git's objects as plain values: trees, blobs, the log of one walk, and release repositories. Reads
 * objects only: no checkout, no hook, no filter, no command, no configuration but the repository's
 * own.
 */
@NullMarked
package org.cresset.git;

import org.jspecify.annotations.NullMarked;

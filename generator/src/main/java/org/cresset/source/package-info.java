/**
 * What the authors wrote: the files of a commit, of the index or as they lie, and the history of
 * each. Whatever can't be published safely is refused here, as problems.
 */
@NullMarked
package org.cresset.source;

import org.jspecify.annotations.NullMarked;

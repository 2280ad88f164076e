/**
 * What writes into the content folder for an author: files from archetypes, revisions, withdrawals,
 * and a new knowledge base. Each file appears or changes as a whole; none is ever overwritten
 * unasked.
 */
@NullMarked
package org.cresset.authoring;

import org.jspecify.annotations.NullMarked;

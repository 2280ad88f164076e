/**
 * Full-text search of one edition: one analysis and one query language, a Lucene index for the
 * command line, and its export as small scripts that a browser searches with the same ranking. Sole
 * user of Lucene.
 */
@NullMarked
package org.cresset.search;

import org.jspecify.annotations.NullMarked;

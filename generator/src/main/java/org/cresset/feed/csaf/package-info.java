/**
 * Advisories as CSAF documents, and the tree of a CSAF trusted provider (OASIS CSAF 2.0, section
 * 7).
 */
@NullMarked
package org.cresset.feed.csaf;

import org.jspecify.annotations.NullMarked;

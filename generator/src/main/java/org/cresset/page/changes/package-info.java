/**
 * What changed between two texts, passage by passage and word by word. Sole user of
 * java-diff-utils.
 */
@NullMarked
package org.cresset.page.changes;

import org.jspecify.annotations.NullMarked;

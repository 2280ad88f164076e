/**
 * The last search over the finished bytes of an edition: the second net behind the wall. Knows
 * bytes and what was withheld, nothing else.
 */
@NullMarked
package org.cresset.check.exit;

import org.jspecify.annotations.NullMarked;

/** An edition for machines and mail: Atom feeds and text advisories. */
@NullMarked
package org.cresset.feed;

import org.jspecify.annotations.NullMarked;

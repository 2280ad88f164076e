/**
 * HTML through templates. For each page a plain record of {@code page.view} is made from the
 * edition, and a template turns it into bytes; what a template can reach ends at these records.
 */
@NullMarked
package org.cresset.page;

import org.jspecify.annotations.NullMarked;

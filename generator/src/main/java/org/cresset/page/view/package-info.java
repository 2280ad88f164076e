/**
 * What templates see: plain records of texts, numbers, lists and sanitised HTML, made for one page.
 * Nothing else is reachable from them.
 */
@NullMarked
package org.cresset.page.view;

import org.jspecify.annotations.NullMarked;

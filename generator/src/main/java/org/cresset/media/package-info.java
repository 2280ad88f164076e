/**
 * What a file carries besides what it shows: who made it, where and with what. Pictures can be
 * freed of it, other formats are refused.
 */
@NullMarked
package org.cresset.media;

import org.jspecify.annotations.NullMarked;

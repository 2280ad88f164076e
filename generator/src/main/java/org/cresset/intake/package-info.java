/**
 * Foreign records become private Markdown drafts: read within limits, mapped field by field, with
 * what has no place here kept as received. Nothing is ever written that anyone but the team may
 * read.
 */
@NullMarked
package org.cresset.intake;

import org.jspecify.annotations.NullMarked;

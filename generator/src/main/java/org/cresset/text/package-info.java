/**
 * Markdown made into sanitised HTML, headings, links and plain text. Sole user of flexmark and of
 * the OWASP sanitiser.
 *
 * <p>Two passes: {@code Markdown.render} parses a text once for all editions; {@code Weaver} then
 * fits it into one page (links, glossary, ids) without parsing again.
 */
@NullMarked
package org.cresset.text;

import org.jspecify.annotations.NullMarked;

package org.cresset.edition;

import org.cresset.model.DocumentId;

/**
 * A finding of the disclosure checks that somebody accepted; for the team alone.
 *
 * @param text what was found
 * @param by who accepted it
 */
public record AcceptedText(
    DocumentId document, String title, String text, String reason, String by) {}

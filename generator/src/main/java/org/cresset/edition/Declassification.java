package org.cresset.edition;

import java.time.Instant;
import java.util.Optional;
import org.cresset.model.DocumentId;

/**
 * An audited act: a commit that answers for it that something became visible to more readers.
 *
 * @param commit its id
 * @param author the name alone
 * @param by the value of its {@code Declassified-By} trailer
 * @param path of the document's page, where the edition has it
 * @param from the marking before, in words; empty where the document is new
 * @param to the marking since
 */
public record Declassification(
    Instant at,
    String commit,
    String author,
    String by,
    DocumentId document,
    String title,
    Optional<String> path,
    String from,
    String to) {}

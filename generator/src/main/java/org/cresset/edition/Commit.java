package org.cresset.edition;

import java.time.Instant;

/**
 * A commit that changed a document, for the team's editions alone.
 *
 * @param id in full
 * @param author the name alone
 * @param subject the first line of its message
 * @param version that it left; empty where the kind has none
 */
public record Commit(String id, Instant authored, String author, String subject, String version) {}

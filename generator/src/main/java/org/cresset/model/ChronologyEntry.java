package org.cresset.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the formal chronology.
 *
 * @param basis observation, assumption, hearsay or hypothesis; absent means unmarked, which is
 *     never shown as an observation
 * @param kind detection, contact, action, handover, finding or other
 * @param verified whether hearsay was confirmed later
 * @param inBody whether it was written in the body instead of the front matter
 */
public record ChronologyEntry(
    Instant at,
    MarkedText event,
    Optional<String> basis,
    Optional<String> source,
    Optional<String> kind,
    boolean verified,
    boolean inBody) {}

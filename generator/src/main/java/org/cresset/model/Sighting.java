package org.cresset.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A small event, too small for a report, from {@code sightings/*.csv}; for the team alone.
 *
 * @param site id of the register
 * @param type as of an {@link Observable}
 * @param method a word of the configured vocabulary
 * @param outcome successful, unsuccessful or unknown
 * @param report id of the report that it became part of
 */
public record Sighting(
    Instant at,
    Optional<String> site,
    String type,
    String value,
    Optional<String> method,
    Optional<String> outcome,
    Optional<String> report) {

  /** The same, for readers who may not know of the report. */
  public Sighting withoutReport() {
    return new Sighting(at, site, type, value, method, outcome, Optional.empty());
  }
}

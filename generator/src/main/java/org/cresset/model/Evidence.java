package org.cresset.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An item of evidence and who held it when; never the malware itself. */
public record Evidence(
    String item,
    Optional<String> sha256,
    Optional<Instant> collectedAt,
    Optional<String> collectedBy,
    Optional<String> heldAt,
    List<Custody> custody) {
  /** One change of hands. */
  public record Custody(Instant at, String from, String to) {}
}

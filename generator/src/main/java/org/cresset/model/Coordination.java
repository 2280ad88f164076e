package org.cresset.model;

import java.time.LocalDate;
import java.util.Optional;

/** What was agreed with a vendor; for the team alone. */
public record Coordination(
    String vendor,
    Optional<LocalDate> notified,
    Optional<String> status,
    Optional<String> statement) {}

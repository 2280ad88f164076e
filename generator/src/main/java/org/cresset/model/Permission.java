package org.cresset.model;

import java.time.LocalDate;
import java.util.Optional;

/** What a constituent allowed to be told to whom in this case; for the team alone. */
public record Permission(
    String constituent,
    String what,
    String to,
    String grantedBy,
    LocalDate on,
    Optional<LocalDate> until) {}

package org.cresset.model;

import java.time.LocalDate;
import java.util.Optional;

/** Who delivers what to whom, in which form, by when, and when it was done. */
public record Action(
    String who,
    String delivers,
    Optional<String> to,
    Optional<String> form,
    Optional<LocalDate> by,
    Optional<String> done) {}

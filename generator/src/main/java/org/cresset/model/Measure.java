package org.cresset.model;

import java.time.LocalDate;
import java.util.Optional;

/** A measure of compliance that people enter. */
public record Measure(
    String what, Optional<String> target, Optional<LocalDate> measuredOn, Optional<String> value) {}

package org.cresset.model;

import java.math.BigDecimal;
import java.util.Optional;

/** A part of the damage. {@code part}: staff, restoration, software, data, hardware or other. */
public record Cost(
    String part,
    Optional<BigDecimal> amount,
    Optional<String> currency,
    Optional<BigDecimal> hours,
    Optional<String> note) {}

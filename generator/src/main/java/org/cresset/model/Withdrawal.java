package org.cresset.model;

import java.time.Instant;

/** When and why an advisory was withdrawn. */
public record Withdrawal(Instant date, String reason) {}

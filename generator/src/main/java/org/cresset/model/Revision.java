package org.cresset.model;

import java.time.Instant;

/** An entry of the revision history. */
public record Revision(String number, Instant date, String summary) {}

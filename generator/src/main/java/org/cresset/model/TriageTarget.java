package org.cresset.model;

import java.time.Duration;

/** Targets of one priority: time to the first contact, and from one update to the next. */
public record TriageTarget(Duration contact, Duration update) {}

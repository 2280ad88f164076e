package org.cresset.model;

import java.util.SortedMap;

/** What the first caller said; each field is free text and may be absent. */
public record Intake(SortedMap<String, String> answers) {}

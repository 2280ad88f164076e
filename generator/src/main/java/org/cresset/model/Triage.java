package org.cresset.model;

import java.util.List;
import java.util.Optional;

/** How a case was sorted: category, priority from 1 (most urgent) to 5, and what set it. */
public record Triage(String category, Optional<Integer> priority, List<String> factors) {}

package org.cresset.model;

import java.util.List;
import java.util.Optional;

/** Thanks to those who found or helped. */
public record Acknowledgment(
    List<String> names,
    Optional<String> organization,
    Optional<String> summary,
    List<String> urls) {}

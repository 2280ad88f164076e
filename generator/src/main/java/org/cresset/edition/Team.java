package org.cresset.edition;

import java.time.ZoneId;
import java.util.Optional;

/** The team as it presents itself on every page. */
public record Team(
    String name,
    Optional<String> namespace,
    String category,
    String email,
    Optional<String> phone,
    ZoneId timezone) {}

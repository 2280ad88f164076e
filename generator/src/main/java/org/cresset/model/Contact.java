package org.cresset.model;

import java.util.Optional;

/** Somebody to call; for the team alone. */
public record Contact(
    String name,
    Optional<String> role,
    Optional<String> organization,
    Optional<String> phone,
    Optional<String> fax,
    Optional<String> email) {}

package org.cresset.model;

import java.time.Instant;

/**
 * Something of the team's own that ends: a key, a release, a declaration; for the team alone.
 *
 * @param what such as {@code signing key 9898 D768 expires}
 */
public record Deadline(String what, Instant by) {}

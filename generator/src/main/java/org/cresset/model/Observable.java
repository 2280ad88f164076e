package org.cresset.model;

import java.util.Optional;

/**
 * Something seen that may be seen again.
 *
 * @param type ipv4, ipv6, network, domain, url, email, hash, file, cve, tool or other
 * @param basis observation, assumption, hearsay or hypothesis; empty where unmarked
 */
public record Observable(
    String type, String value, Optional<String> note, Optional<String> basis) {}

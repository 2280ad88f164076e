package org.cresset.model;

import java.util.List;
import java.util.Optional;

/**
 * One way out, with what applying it costs.
 *
 * @param category CSAF's {@code vendor_fix}, {@code workaround}, {@code mitigation}, {@code
 *     none_available} or {@code no_fix_planned}
 * @param tested {@code us}, {@code vendor} or {@code untested}
 * @param products ids of the products concerned; empty means all
 */
public record Solution(
    String category,
    MarkedText details,
    MarkedText impact,
    Optional<String> tested,
    List<String> products,
    Optional<String> url) {}

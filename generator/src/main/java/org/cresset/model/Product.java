package org.cresset.model;

import java.util.List;
import java.util.Optional;

/**
 * A product and its versions or ranges ({@code vers:} or {@code >=4.0 <4.2.7}; {@code *} for all).
 *
 * @param fixed empty where nothing is said; the one word {@code none} where there is no fixed
 *     version
 */
public record Product(
    Optional<String> productId,
    Optional<String> vendor,
    String productName,
    List<String> affected,
    List<String> fixed,
    List<String> notAffected,
    Optional<String> notAffectedReason,
    List<String> underInvestigation,
    List<String> platforms,
    Optional<String> purl,
    Optional<String> cpe) {}

package org.cresset.model;

import java.util.Optional;

/**
 * Software in use somewhere, as the register has it.
 *
 * @param version one version; empty where nobody said which
 * @param purl package URL
 * @param cpe CPE 2.2 or 2.3 name
 */
public record Software(
    Optional<String> vendor,
    String productName,
    Optional<String> version,
    Optional<String> purl,
    Optional<String> cpe) {}

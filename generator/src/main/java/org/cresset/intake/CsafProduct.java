package org.cresset.intake;

import java.util.List;
import java.util.Optional;

/**
 * One product of a CSAF product tree, with at most one version or range.
 *
 * @param id the document's product id
 */
record CsafProduct(
    String id,
    Optional<String> vendor,
    String name,
    Optional<String> version,
    List<String> platforms,
    Optional<String> purl,
    Optional<String> cpe) {

  /** The same without its version: what entries of the front matter are made by. */
  CsafProduct line() {
    return new CsafProduct("", vendor, name, Optional.empty(), platforms, purl, cpe);
  }

  String shown() {
    return name + version.filter(v -> !v.equals("*")).map(v -> " " + v).orElse("");
  }

  /** As a component of another. */
  CsafProduct on(String relationship, CsafProduct platform) {
    return new CsafProduct(
        relationship,
        vendor.or(platform::vendor),
        name,
        version,
        List.of(platform.shown()),
        purl.or(platform::purl),
        cpe.or(platform::cpe));
  }
}

package org.cresset.feed.csaf;

import java.util.Optional;
import org.cresset.scap.VersionRange;

/** A version or range as an advisory has it, and as CSAF does. */
record Versions(String text, Optional<VersionRange> range) {
  Versions(String text) {
    this(text, read(text));
  }

  private static Optional<VersionRange> read(String text) {
    try {
      return Optional.of(VersionRange.of(text));
    } catch (IllegalArgumentException e) {
      // A draft may hold one; nothing else gets past the checks.
      return Optional.empty();
    }
  }

  Optional<String> single() {
    return range.flatMap(VersionRange::single);
  }

  String category() {
    return single().isPresent() ? "product_version" : "product_version_range";
  }

  /**
   * The branch's name: the version, or a specifier.
   *
   * @param type by which versions are ordered
   */
  String name(String type) {
    return single().or(() -> range.map(r -> r.vers(type))).orElse(text);
  }

  /** For the name of the product; empty for all versions. */
  String words() {
    return range.filter(VersionRange::isAll).isPresent() ? "" : text;
  }
}

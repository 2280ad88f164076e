package org.cresset.feed.csaf;

import org.cresset.edition.Article;
import org.cresset.edition.Formats;
import org.cresset.marking.Tlp;

/** What depends on the version of the standard, which is 2.0. */
final class Csaf {
  static final String VERSION = "2.0";
  static final String SCHEMA = "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json";

  /** Where everything lies, ending with a slash. */
  static final String FOLDER = ".well-known/csaf/";

  private Csaf() {}

  /** The TLP label; 2.0 knows those of TLP 1 alone. */
  static String label(Tlp tlp) {
    return switch (tlp) {
      case CLEAR -> "WHITE";
      case GREEN -> "GREEN";
      case AMBER -> "AMBER";
      case AMBER_STRICT, RED -> "RED";
    };
  }

  /** The path of an advisory's CSAF document from the root of the site. */
  static String path(Article advisory) {
    return Formats.csaf(advisory).orElseThrow();
  }

  /** The path below {@link #FOLDER}: the year of the first release, and the name. */
  static String file(Article advisory) {
    return path(advisory).substring(FOLDER.length());
  }

  /** The file's name, such as {@code csa-2026-k7f3.json}. */
  static String name(Article advisory) {
    return file(advisory).substring("2026/".length());
  }
}

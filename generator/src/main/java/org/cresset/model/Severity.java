package org.cresset.model;

import java.util.Locale;

/** How bad it is, in the words of the front matter. */
public enum Severity {
  NONE,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The qualitative rating of a CVSS 3 or 4 base score. */
  public static Severity ofScore(double score) {
    if (score >= 9.0) {
      return CRITICAL;
    }
    if (score >= 7.0) {
      return HIGH;
    }
    if (score >= 4.0) {
      return MEDIUM;
    }
    return score > 0 ? LOW : NONE;
  }
}

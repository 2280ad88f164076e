package org.cresset.model;

import java.util.Locale;

/** How widely a flaw is known. */
public enum Knowledge {
  PRIVATE("known to few"),
  LIMITED("known to a limited circle"),
  PUBLIC("widely known");

  private final String words;

  Knowledge(String words) {
    this.words = words;
  }

  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String words() {
    return words;
  }
}

package org.cresset.marking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a text is handled, from the widest to the narrowest. Who reads it is said apart. */
public enum Classification {
  PUBLIC("may be read by anyone"),
  PRIVATE("between the team and one constituent; its existence is told to nobody else"),
  SENSITIVE("for named constituents, partners and groups; leaves the team only encrypted"),
  HIGHLY_SENSITIVE("stored and transmitted encrypted only"),
  CLASSIFIED("governed by law or another body; never published by Cresset");

  private final String handling;

  Classification(String handling) {
    this.handling = handling;
  }

  /** As authors write it, such as {@code highly-sensitive}. */
  public String token() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The handling rule in half a sentence. */
  public String handling() {
    return handling;
  }

  /** The classification written exactly so; a misspelling is nothing. */
  public static Optional<Classification> of(String token) {
    return Arrays.stream(values()).filter(c -> c.token().equals(token)).findFirst();
  }

  /** The one with the stricter handling. */
  public Classification stricter(Classification other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

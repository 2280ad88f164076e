package org.cresset.marking;

import java.util.Arrays;
import java.util.Optional;

/** Labels of the Traffic Light Protocol 2.0 (FIRST), from the widest to the strictest. */
public enum Tlp {
  CLEAR,
  GREEN,
  AMBER,
  AMBER_STRICT,
  RED;

  /** As written in front matter, such as {@code AMBER+STRICT}. */
  public String token() {
    return name().replace('_', '+');
  }

  /** As shown, such as {@code TLP:AMBER+STRICT}; in capitals and never translated. */
  public String label() {
    return "TLP:" + token();
  }

  public static Optional<Tlp> of(String token) {
    return Arrays.stream(values()).filter(t -> t.token().equals(token)).findFirst();
  }

  /** The label of a text that names none; {@code group} where its readers are a group. */
  public static Tlp usual(Classification classification, boolean group) {
    return switch (classification) {
      case PUBLIC -> CLEAR;
      case PRIVATE -> AMBER_STRICT;
      case SENSITIVE -> group ? GREEN : AMBER;
      case HIGHLY_SENSITIVE, CLASSIFIED -> RED;
    };
  }

  public Tlp stricter(Tlp other) {
    return compareTo(other) >= 0 ? this : other;
  }
}

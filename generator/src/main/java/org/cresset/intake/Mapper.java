package org.cresset.intake;

/** Makes a draft of one foreign record. */
interface Mapper {
  /** Taken in on a record that can't be: its message says why. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }

    String why() {
      return String.valueOf(getMessage());
    }
  }

  /** Takes what it understands; what it leaves is the draft's {@code kept}. */
  Draft map(Taking record) throws Refused;
}

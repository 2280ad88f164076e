package org.cresset.edition.similar;

/** Something that two incidents may have in common. */
record Feature(Aspect aspect, String value) {
  /** A kind of feature; how much it says where it is as rare as others. */
  enum Aspect {
    OBSERVABLE(4, "seen in both"),
    SOFTWARE(2.5, "same software"),
    METHOD(2.5, "same method"),
    KEYWORD(1.5, "same keyword"),
    SITE(1, "same site"),
    LOCATION(.4, "same place"),
    OUTCOME(.3, "same outcome"),
    CATEGORY(.3, "same category"),
    SEVERITY(.2, "same severity"),
    WORD(.6, "same words");

    private final double weight;
    private final String words;

    Aspect(double weight, String words) {
      this.weight = weight;
      this.words = words;
    }

    double weight() {
      return weight;
    }

    String words() {
      return words;
    }

    /** Whether it is worth naming. */
    boolean isReason() {
      return weight > .5;
    }

    /** Whether it makes two incidents similar by itself; the others only add. */
    boolean telling() {
      return weight > 1;
    }
  }
}

package org.cresset.marking;

/** What a reader sees of a marking: the handling and the TLP label. */
public record Label(Classification classification, Tlp tlp) {
  public static final Label PUBLIC = new Label(Classification.PUBLIC, Tlp.CLEAR);

  /** The stricter of each. */
  public Label with(Label other) {
    return new Label(classification.stricter(other.classification), tlp.stricter(other.tlp));
  }
}

package org.cresset.intake;

/** What becomes of a field of a foreign record. */
public enum Fate {
  /** It has its place in the front matter or the text. */
  MAPPED,
  /** It has none, and is kept as received. */
  KEPT,
  /** It is left out, for a reason that is said. */
  DROPPED
}

package org.cresset.intake;

/** What became of a record's document. */
public enum Written {
  NEW,
  UPDATED,
  UNCHANGED,
  /** A person has changed it since; it is left as it is. */
  EDITED
}

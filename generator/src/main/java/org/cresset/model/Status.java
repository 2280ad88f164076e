package org.cresset.model;

import java.util.Locale;

/** Where a document stands in its life; each kind allows some of these. */
public enum Status {
  DRAFT,
  INTERIM,
  FINAL,
  WITHDRAWN,
  OPEN,
  ON_HOLD,
  CLOSED,
  APPROVED,
  RETIRED,
  PUBLISHED;

  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.cresset.json;

/** A number as it was written; what it is worth is for its reader to say. */
public record JsonNumber(String digits) {
  @Override
  public String toString() {
    return digits;
  }
}

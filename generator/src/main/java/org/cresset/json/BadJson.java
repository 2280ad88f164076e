package org.cresset.json;

/** A text that is no JSON, or is larger or deeper than is taken. */
public final class BadJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final String found;
  private final long line;
  private final long column;

  BadJson(String found, long line, long column) {
    super(found);
    this.found = found;
    this.line = line;
    this.column = column;
  }

  /** What is wrong. */
  public String found() {
    return found;
  }

  /** Where, from 1; 0 where that is not known. */
  public long line() {
    return line;
  }

  /** Where, from 1. */
  public long column() {
    return column;
  }
}

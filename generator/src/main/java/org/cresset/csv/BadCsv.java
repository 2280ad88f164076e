package org.cresset.csv;

/** A text that is no CSV, or is larger than is taken. */
public final class BadCsv extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;
  private final String found;

  BadCsv(long line, String found) {
    super("line " + line + ": " + found);
    this.line = line;
    this.found = found;
  }

  /** Where the row begins that can't be read, from 1. */
  public long line() {
    return line;
  }

  /** What is wrong with it. */
  public String found() {
    return found;
  }
}

package org.cresset.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a query can name before a colon, as in {@code site:northgate}. */
enum Field {
  CVE(Form.WORDS),
  ID(Form.WORDS),
  KEYWORD(Form.WORDS),
  KIND(Form.WORDS),
  LOCATION(Form.WORDS),
  METHOD(Form.WORDS),
  PRODUCT(Form.WORDS),
  SEVERITY(Form.WORDS),
  SITE(Form.WORDS),
  SOFTWARE(Form.WORDS),
  STATUS(Form.WORDS),
  /** Days as {@code 2026-11-22}: when a document came to be. */
  DATE(Form.DATES),
  /** Whole days that a case lasted. */
  DURATION(Form.NUMBERS),
  IP(Form.ADDRESSES),
  /** The day on which an incident happened. */
  OCCURRED(Form.DATES);

  /** How its values are compared. */
  enum Form {
    WORDS,
    DATES,
    NUMBERS,
    ADDRESSES
  }

  private final Form form;

  Field(Form form) {
    this.form = form;
  }

  Form form() {
    return form;
  }

  /** The name in queries, in the index and in the export. */
  String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> of(String token) {
    return Arrays.stream(values()).filter(f -> f.token().equals(token)).findFirst();
  }
}

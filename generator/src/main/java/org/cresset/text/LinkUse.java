package org.cresset.text;

import java.util.OptionalInt;

/**
 * A place where a text points to something.
 *
 * @param line counted from 0; for references by name, where the name is used
 * @param column counted from 0 in UTF-16 units, of the destination or the name
 * @param length of the destination or the name as written
 * @param destination as the author wrote it, with escapes and entities decoded; of a footnote its
 *     name
 * @param definition the line of the definition that a reference or footnote uses
 */
public record LinkUse(
    Kind kind, int line, int column, int length, String destination, OptionalInt definition) {
  /** What points. */
  public enum Kind {
    LINK,
    IMAGE,
    FOOTNOTE
  }
}

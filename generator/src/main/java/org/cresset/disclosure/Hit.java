package org.cresset.disclosure;

/**
 * A place in a text that names an organisation.
 *
 * @param start of what was found, in UTF-16 units
 * @param end after it
 * @param organisation its id in the register
 */
public record Hit(int start, int end, String organisation, Sort sort) {

  Hit from(int earlier) {
    return new Hit(earlier, end, organisation, sort);
  }

  boolean contains(Hit other) {
    return start <= other.start && other.end <= end && (start != other.start || end != other.end);
  }
}

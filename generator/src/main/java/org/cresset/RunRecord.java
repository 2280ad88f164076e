package org.cresset;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what a run noted of itself beside the tree it released. */
final class RunRecord {
  private static final Pattern COMMIT = Pattern.compile("\"commit\" *: *\"([0-9a-f]{40,64})\"");
  private static final Pattern AS_OF = Pattern.compile("\"as-of\" *: *\"([^\"]+)\"");

  private static final Pattern READERS = Pattern.compile("\"readers\" *: *\"([^\"]+)\"");

  private RunRecord() {}

  static Optional<String> commit(String record) {
    return COMMIT.matcher(record).results().map(m -> m.group(1)).findFirst();
  }

  /** Who the release was for, as {@link SameReaders#readers} says it. */
  static Optional<String> readers(String record) {
    return READERS.matcher(record).results().map(m -> m.group(1)).findFirst();
  }

  /** Sorts records by time; ISO 8601 in UTC sorts as text. */
  static String asOf(String record) {
    return AS_OF.matcher(record).results().map(m -> m.group(1)).findFirst().orElse("");
  }
}

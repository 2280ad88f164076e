package org.cresset.wall;

import java.util.ArrayList;
import java.util.List;

/**
 * A file in two forms: with everything, and with everything private removed. Lines that begin with
 * {@code ~} are private; the removal follows the content format's own words and shares no code with
 * the gate.
 *
 * @param lines of the file, the private ones with {@code ~} before them, those that only the
 *     reduced form has with {@code +}
 */
record Twin(List<String> lines) {
  static Twin of(List<String> lines) {
    return new Twin(List.copyOf(lines));
  }

  /** As the team commits it. */
  String whole() {
    return text(
        lines.stream()
            .filter(l -> !l.startsWith("+"))
            .map(l -> l.startsWith("~") ? l.substring(1) : l)
            .toList());
  }

  /** As if nothing private had ever been written. */
  String reduced() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.startsWith("~")) {
        kept.add(line.startsWith("+") ? line.substring(1) : line);
        continue;
      }
      boolean closes = line.substring(1).strip().equals(":::");
      boolean blankAfter = i + 1 < lines.size() && lines.get(i + 1).isBlank();
      if (closes && blankAfter && isStartOrBlank(kept)) {
        i++;
      }
    }
    return text(kept);
  }

  private static boolean isStartOrBlank(List<String> kept) {
    String before = kept.getLast();
    return before.isBlank() || before.equals("---") || before.endsWith(": |");
  }

  private static String text(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}

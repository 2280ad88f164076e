package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;

/**
 * The chronology as people write it while it happens: lines {@code - TIME basis-or-kind (source):
 * event} under the heading {@code ## Chronology}. Entries inside a fence stay with the fence's
 * text.
 */
public final class BodyChronology {
  private static final Pattern HEADING = Pattern.compile("##\\s+Chronology\\s*#*\\s*");
  private static final Pattern LINE =
      Pattern.compile("- +(\\d\\S*)(?:\\s+([a-z]+)(?:\\s*\\(([^)]*)\\))?(?::|(?=\\s))|:)?\\s*(.*)");

  /** What is meant as an entry, but would be no part of the chronology. */
  private static final Pattern OTHER_LIST =
      Pattern.compile("(?!- )\\s*(?:[-*+]|\\d{1,9}[.)])\\s*\\d{4}-\\d.*");

  private static final Set<String> BASIS = Set.of(Vocabulary.BASIS);
  private static final Set<String> KIND = Set.of(Vocabulary.ENTRY_KIND);

  private BodyChronology() {}

  static List<ChronologyEntry> read(Text text, Fenced body) {
    if (!body.markdown().contains("Chronology")) {
      return List.of();
    }
    List<ChronologyEntry> entries = new ArrayList<>();
    List<String> lines = body.markdown().lines().toList();
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isFenced(body, i)) {
        continue;
      }
      if (line.startsWith("## ") || line.startsWith("# ")) {
        inside = HEADING.matcher(line).matches();
      } else if (inside && line.startsWith("- ")) {
        entry(text, line, body.firstLine() + i).ifPresent(entries::add);
      } else if (inside && OTHER_LIST.matcher(line).matches() && !isFenced(body, i)) {
        wrong(text, line, body.firstLine() + i);
      }
    }
    return entries;
  }

  private static boolean isFenced(Fenced body, int line) {
    return body.fences().stream().anyMatch(f -> f.open() <= line && line <= f.close());
  }

  private static Optional<ChronologyEntry> entry(Text text, String line, int number) {
    Optional<ChronologyEntry> entry = entry(line);
    if (entry.isEmpty()) {
      wrong(text, line, number);
    }
    return entry;
  }

  private static void wrong(Text text, String line, int number) {
    text.wrong(
        Code.CHRONOLOGY_LINE,
        text.at(number, 3),
        "'" + line.strip() + "'",
        "- a time with its zone, a basis or kind, a colon and the event",
        "write for example: - 2026-10-03T02:31Z observation: web shell in /var/www/up.php");
  }

  /** Whether a line is the heading of the section. */
  public static boolean isHeading(String line) {
    return HEADING.matcher(line).matches();
  }

  /** The entry in a line, if it is one. */
  public static Optional<ChronologyEntry> entry(String line) {
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      return Optional.empty();
    }
    Optional<String> word = Optional.ofNullable(m.group(2));
    boolean known = word.filter(w -> BASIS.contains(w) || KIND.contains(w)).isPresent();
    // A first word that is neither is simply the beginning of the event: shown as unmarked.
    String event = known || word.isEmpty() ? m.group(4) : line.substring(m.start(2));
    return Values.time(m.group(1).replaceAll(":$", ""))
        .map(at ->
            new ChronologyEntry(
                at,
                MarkedText.of(event),
                word.filter(BASIS::contains),
                known
                    ? Optional.ofNullable(m.group(3)).filter(s -> !s.isBlank())
                    : Optional.empty(),
                word.filter(KIND::contains),
                false,
                true));
  }
}

package org.cresset.authoring;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.document.BodyChronology;
import org.cresset.document.Document;
import org.cresset.model.ChronologyEntry;
import org.cresset.problem.Failure;

/** Appends to the chronology of a report while it happens. */
public final class Log {
  private static final Pattern HANDOVER = Pattern.compile("handover:?\\s+(\\S+)\\s*->\\s*(\\S+)");

  private Log() {}

  /**
   * Appends a line with its time to the section <em>Chronology</em>, which is made where it is
   * missing. A handover also changes who controls the case. Several people may do this at once: no
   * line is lost, and whoever reads meets a whole file.
   *
   * @param lock a file by which those who write wait for each other
   * @param text one line, such as {@code observation: web shell in /var/www/up.php} or {@code
   *     handover dm -> kt}; the first word may be a basis or a kind
   * @return the line as it was written
   * @throws Failure USAGE if there is no such report or the text is not one line; CONTENT if the
   *     report is broken; ENVIRONMENT if it can't be written
   */
  public static String append(Path content, Path lock, String id, String text, Instant at) {
    String line =
        "- "
            + Times.text(at.truncatedTo(ChronoUnit.MINUTES))
            + " "
            + YamlText.line("the text", text);
    ChronologyEntry entry =
        BodyChronology.entry(line)
            .orElseThrow(() -> YamlText.usage("'" + text + "' makes no entry", "say it otherwise"));
    if (entry.event().isEmpty()) {
      throw YamlText.usage("'" + text + "' says nothing", "say what happened");
    }
    return OneAtATime.run(lock, () -> write(content, id, line, entry));
  }

  private static String write(Path content, String id, String line, ChronologyEntry entry) {
    Path file = ReportFile.find(content, id);
    Rewrite rewrite = Rewrite.open(content, file);
    Document document = rewrite.document();
    FrontMatter text = rewrite.text();
    boolean handover = entry.kind().filter("handover"::equals).isPresent();
    handedTo(line).filter(to -> handover).ifPresent(to -> text.setText("controller", to));
    Place place = place(document.body().markdown().split("\n", -1), document);
    List<String> added = new ArrayList<>(place.before());
    added.add(line);
    added.addAll(place.after());
    text.insertAfter(document.body().firstLine() + place.line(), added);
    rewrite.saveLines(handover ? List.of("controller") : List.of(), added);
    return line;
  }

  private static Optional<String> handedTo(String line) {
    Matcher m = HANDOVER.matcher(line);
    return m.find() ? Optional.of(m.group(2)) : Optional.empty();
  }

  /**
   * After which line of the body the entry goes (-1: before the first), and what it needs around
   * it.
   */
  private record Place(int line, List<String> before, List<String> after) {}

  private static Place place(String[] lines, Document document) {
    int heading = -1;
    int last = -1;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      int at = i;
      if (document.body().fences().stream().anyMatch(f -> f.open() <= at && at <= f.close())) {
        continue;
      }
      if (line.startsWith("## ") || line.startsWith("# ")) {
        if (heading >= 0) {
          break;
        }
        heading = BodyChronology.isHeading(line.stripTrailing()) ? i : -1;
      } else if (heading >= 0 && line.startsWith("- ")) {
        last = i;
        while (last + 1 < lines.length && lines[last + 1].matches("[ \\t]+\\S.*")) {
          last++;
        }
      }
    }
    if (last >= 0) {
      return new Place(last, List.of(), List.of());
    }
    if (heading >= 0) {
      boolean followed = heading + 1 < lines.length && !lines[heading + 1].isBlank();
      return new Place(heading, List.of(""), followed ? List.of("") : List.of());
    }
    int end = lines.length - 1;
    while (end >= 0 && lines[end].isBlank()) {
      end--;
    }
    return new Place(
        end, end < 0 ? List.of("## Chronology", "") : List.of("", "## Chronology", ""), List.of());
  }
}

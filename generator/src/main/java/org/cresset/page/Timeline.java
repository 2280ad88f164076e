package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.MarkedText;
import org.cresset.page.view.ReportView.Event;
import org.cresset.page.view.Tag;

/** The chronology as the spine of a report's page. */
final class Timeline {
  private static final Pattern HEADING = Pattern.compile("(?i)##\\s+chronology\\s*#*\\s*");
  private static final Pattern ENTRY = Pattern.compile("[-*+]\\s+\\d{4}-\\d\\d-\\d\\dT\\d.*");

  private final Words words;
  private final Prose prose;

  Timeline(Words words, Prose prose) {
    this.words = words;
    this.prose = prose;
  }

  List<Event> events(List<ChronologyEntry> entries) {
    List<Event> events = new ArrayList<>();
    String day = "";
    for (ChronologyEntry entry : entries) {
      String today = Words.day(entry.at());
      events.add(event(entry, today.equals(day) ? "" : today));
      day = today;
    }
    return List.copyOf(events);
  }

  private Event event(ChronologyEntry e, String day) {
    boolean handover = e.kind().filter("handover"::equals).isPresent();
    return new Event(
        words.time(e.at()),
        day,
        Words.clock(e.at()),
        basis(e),
        note(e),
        handover,
        prose.html(e.event()));
  }

  /** What it rests on; without that, its kind; without either, unmarked. */
  private static Tag basis(ChronologyEntry e) {
    return e.basis()
        .map(Words::tag)
        .or(() -> e.kind().map(kind -> new Tag("kind", kind)))
        .orElse(new Tag("unmarked", "unmarked"));
  }

  private static String note(ChronologyEntry e) {
    boolean hearsay = e.basis().filter("hearsay"::equals).isPresent();
    String verified = hearsay ? (e.verified() ? "verified" : "unverified") : "";
    String source = e.source().orElse("");
    return source.isEmpty() || verified.isEmpty() ? source + verified : source + ", " + verified;
  }

  /**
   * A report's body without the entries that the timeline shows: the lines stay, empty, so that the
   * places of narrower passages hold. Whatever else stands below that heading is kept.
   */
  static MarkedText without(MarkedText body, List<ChronologyEntry> entries) {
    if (entries.stream().noneMatch(ChronologyEntry::inBody)) {
      return body;
    }
    String[] lines = body.markdown().split("\n", -1);
    int heading = -1;
    boolean emptySoFar = true;
    boolean entry = false;
    for (int i = 0; i < lines.length; i++) {
      if (HEADING.matcher(lines[i]).matches()) {
        heading = i;
        emptySoFar = true;
        entry = false;
      } else if (heading >= 0 && lines[i].startsWith("## ")) {
        blank(lines, heading, emptySoFar);
        heading = -1;
      } else if (heading >= 0) {
        entry = ENTRY.matcher(lines[i]).matches() || (entry && lines[i].startsWith(" "));
        lines[i] = entry ? "" : lines[i];
        emptySoFar &= lines[i].isBlank();
      }
    }
    blank(lines, heading, emptySoFar);
    return new MarkedText(String.join("\n", lines), body.marks());
  }

  private static void blank(String[] lines, int heading, boolean wanted) {
    if (heading >= 0 && wanted) {
      lines[heading] = "";
    }
  }
}

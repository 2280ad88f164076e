package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.MarkedText;
import org.cresset.page.view.ReportView.Event;
import org.cresset.page.view.Tag;

/** The chronology as the spine of a report's page. */
final class Timeline {
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
        words.localClock(e.at()),
        basis(e),
        note(e),
        handover,
        prose.html(handover ? arrow(e.event()) : e.event()));
  }

  private static MarkedText arrow(MarkedText event) {
    return new MarkedText(event.markdown().replace("->", "→"), event.marks());
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
}

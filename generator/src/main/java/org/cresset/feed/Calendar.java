package org.cresset.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.due.Due;
import org.cresset.edition.due.Dues;
import org.cresset.text.Escape;

/** {@code calendar.ics}: what waits for the team, for any calendar program (RFC 5545). */
final class Calendar {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final int LINE_OCTETS = 75;

  private final Edition edition;
  private final StringBuilder out = new StringBuilder();

  private Calendar(Edition edition) {
    this.edition = edition;
  }

  static String of(Edition edition) {
    return new Calendar(edition).text();
  }

  private String text() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Cresset//Desk//EN");
    line("X-WR-CALNAME:" + escaped(edition.site().team().name()));
    Dues.of(edition).forEach(this::event);
    line("END:VCALENDAR");
    return out.toString();
  }

  private void event(Due due) {
    Optional<Article> article = due.document().map(l -> edition.articles().get(l.id()));
    String id = article.map(a -> a.id().toString()).orElse("");
    line("BEGIN:VEVENT");
    line("UID:" + uid(due.kind() + "\n" + id + "\n" + due.what()));
    line("DTSTAMP:" + TIME.format(article.map(a -> a.versions().current()).orElse(Instant.EPOCH)));
    if (due.wholeDay()) {
      LocalDate day = due.by().atOffset(ZoneOffset.UTC).toLocalDate();
      line("DTSTART;VALUE=DATE:" + DAY.format(day));
    } else {
      line("DTSTART:" + TIME.format(due.by()));
    }
    line(
        "SUMMARY:"
            + escaped(
                due.what()
                    + article.map(a -> ": " + a.title() + " (" + a.id().id() + ")").orElse("")));
    line("CATEGORIES:" + due.kind());
    line("CLASS:CONFIDENTIAL");
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  /** The same event keeps its name from release to release, whenever it is. */
  private String uid(String event) {
    String name = edition.site().url() + "\n" + event;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String escaped(String text) {
    return Escape.visible(text.replaceAll("\\s+", " "))
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,");
  }

  /** A line, folded where it is longer than the standard allows, between characters. */
  private void line(String text) {
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int size = c < 0x80 ? 1 : Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE_OCTETS) {
        out.append("\r\n ");
        octets = 1;
      }
      out.appendCodePoint(c);
      octets += size;
      i += Character.charCount(c);
    }
    out.append("\r\n");
  }
}

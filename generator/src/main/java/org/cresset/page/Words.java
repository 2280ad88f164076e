package org.cresset.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.marking.Label;
import org.cresset.page.view.PageView;
import org.cresset.page.view.Tag;
import org.cresset.page.view.Time;

/** Values as people read them. */
final class Words {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'xxx", Locale.ENGLISH);

  private final ZoneId zone;

  Words(ZoneId zone) {
    this.zone = zone;
  }

  /** A time in UTC, with the team's local time beside it where that differs. */
  Time time(Instant time) {
    Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
    String local =
        zone.getRules().getOffset(whole).equals(ZoneOffset.UTC)
            ? ""
            : LOCAL.format(whole.atZone(zone)) + " (" + zone.getId() + ")";
    return new Time(whole.toString(), day(whole) + ", " + clock(whole) + " UTC", local);
  }

  static Time date(LocalDate date) {
    return new Time(date.toString(), DATE.format(date), "");
  }

  /** A text that may be a date, which is then shown as one. */
  static String dated(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d") ? date(LocalDate.parse(text)).shown() : text;
  }

  /** The UTC date, such as {@code 22 Nov 2026}. */
  static String day(Instant time) {
    return DATE.format(time.atOffset(ZoneOffset.UTC));
  }

  /** The UTC time of day, such as {@code 02:14}. */
  static String clock(Instant time) {
    return CLOCK.format(time.atOffset(ZoneOffset.UTC));
  }

  /**
   * The time of day in the team's zone, after the date where that differs; empty where it is UTC.
   */
  String localClock(Instant time) {
    ZonedDateTime local = time.atZone(zone);
    if (local.getOffset().equals(ZoneOffset.UTC)) {
      return "";
    }
    boolean sameDay = local.toLocalDate().equals(time.atOffset(ZoneOffset.UTC).toLocalDate());
    return (sameDay ? "" : SHORT.format(local) + ", ") + CLOCK.format(local);
  }

  /** Such as {@code 3 days 4 h}, {@code 14 min}; the two largest units. */
  static String duration(Duration length) {
    Duration d = length.abs();
    if (d.toDays() > 0) {
      return count(d.toDays(), "day") + hours(d.toHoursPart());
    }
    if (d.toHours() > 0) {
      return d.toHours() + " h" + (d.toMinutesPart() > 0 ? " " + d.toMinutesPart() + " min" : "");
    }
    return d.toMinutes() + " min";
  }

  private static String hours(int hours) {
    return hours > 0 ? " " + hours + " h" : "";
  }

  /** Such as {@code 1 day}, {@code 2 days}. */
  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** A token of the content format in words: {@code on_hold} is "on hold". */
  static Tag tag(String token) {
    return new Tag(token.toLowerCase(Locale.ROOT), token.replace('_', ' '));
  }

  static PageView.Label label(Label label) {
    String token = label.classification().token();
    String tlp = label.tlp().token().toLowerCase(Locale.ROOT).replace('+', '-');
    return new PageView.Label(
        token.replace('-', ' '),
        label.classification().handling(),
        tlp,
        label.tlp().label(),
        token + "-" + tlp);
  }

  /** A fingerprint as gpg prints it: groups of four, two spaces in the middle. */
  static String fingerprint(String hex) {
    String half = hex.replaceAll("(.{4})(?!$)", "$1 ");
    return hex.length() == 40 ? half.substring(0, 24) + " " + half.substring(24) : half;
  }

  static String join(List<String> parts) {
    return String.join(", ", parts);
  }

  static String orEmpty(Optional<String> text) {
    return text.orElse("");
  }

  /** The first letter in upper case. */
  static String capital(String text) {
    return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}

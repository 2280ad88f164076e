package org.cresset.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Times of records as the front matter has them. */
final class Dates {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Set<String> UNITS =
      Set.of("Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years");

  private Dates() {}

  static String text(OffsetDateTime at) {
    return MINUTES.format(at);
  }

  /** A time as ISO 8601 writes it, with its zone. */
  static Optional<OffsetDateTime> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day of the calendar, if these numbers are one of a year from 1970 on. */
  static Optional<LocalDate> day(String year, String month, String day) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return Optional.of(date).filter(d -> d.getYear() >= 1970 && d.getYear() < 2200);
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether something can last so many of it: VERIS also says Never, NA and Unknown. */
  static boolean isUnit(String unit) {
    return UNITS.contains(unit);
  }

  /** That much later, as VERIS counts: whole units named Seconds to Years. */
  static Optional<OffsetDateTime> after(OffsetDateTime start, String unit, String value) {
    try {
      long amount = new BigDecimal(value).longValueExact();
      return amount < 0 || amount > 1_000_000 || !isUnit(unit)
          ? Optional.empty()
          : Optional.of(start.plus(amount, ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT))));
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}

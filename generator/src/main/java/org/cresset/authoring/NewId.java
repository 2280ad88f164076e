package org.cresset.authoring;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Draws ids that nobody has yet and that tell nothing: no site, no severity, no count. */
final class NewId {
  /** Without vowels, so that no words come out, and without characters that look alike. */
  private static final String LETTERS = "bcdfghjkmnpqrtvwxz";

  private static final String DIGITS = "23456789";
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyMMddHHmm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final SecureRandom random;
  private final Set<String> used;

  NewId(SecureRandom random, Set<String> used) {
    this.random = random;
    this.used = used;
  }

  /** Such as {@code csa-2026-k7f3}. */
  String code(String prefix, Instant asOf) {
    String lead = prefix + "-" + year(asOf) + "-";
    return unused(
        () -> lead + letter() + digit() + letter() + (random.nextBoolean() ? letter() : digit()));
  }

  /** Ten digits, the first not 0, so that a table of numbers can't spoil it. */
  String tenDigits() {
    return unused(() -> Long.toString(1_000_000_000L + random.nextLong(9_000_000_000L)));
  }

  /** Year, month, day, hour and minute in UTC; the next free minute where one is taken. */
  String minute(Instant asOf) {
    Instant at = asOf;
    while (used.contains(MINUTES.format(at))) {
      at = at.plus(1, ChronoUnit.MINUTES);
    }
    return MINUTES.format(at);
  }

  /** One more than the highest of the year, such as {@code csa-2026-0012}. */
  String next(String prefix, Instant asOf) {
    String lead = prefix + "-" + year(asOf) + "-";
    long highest =
        used.stream()
            .filter(id -> id.matches(lead + "\\d{1,9}"))
            .mapToLong(id -> Long.parseLong(id.substring(lead.length())))
            .max()
            .orElse(0);
    return String.format(Locale.ROOT, "%s%04d", lead, highest + 1);
  }

  static String year(Instant asOf) {
    return String.format(Locale.ROOT, "%04d", asOf.atOffset(ZoneOffset.UTC).getYear());
  }

  private String unused(Supplier<String> draw) {
    String id = draw.get();
    while (used.contains(id)) {
      id = draw.get();
    }
    return id;
  }

  private char letter() {
    return LETTERS.charAt(random.nextInt(LETTERS.length()));
  }

  private char digit() {
    return DIGITS.charAt(random.nextInt(DIGITS.length()));
  }
}

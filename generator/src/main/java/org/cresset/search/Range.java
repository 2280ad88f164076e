package org.cresset.search;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which values of a field of dates, numbers or addresses a clause means: {@code 2026-11}, {@code
 * 2026-01..2026-06}, {@code >=10}, {@code 192.0.2.0/24}.
 *
 * @param prefix with which all of them begin, to find them sooner
 */
record Range(String prefix, Predicate<String> test) {
  private static final Pattern BETWEEN = Pattern.compile("(.*?)\\.\\.(.*)");
  private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>)(.*)");
  private static final Pattern NETWORK =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  static Range of(Field.Form form, String text) {
    return switch (form) {
      case ADDRESSES -> addresses(text);
      case DATES -> dates(text);
      case NUMBERS -> numbers(text);
      case WORDS -> throw new IllegalArgumentException("words have no range");
    };
  }

  private static Range addresses(String text) {
    String address = Letters.lower(Spelling.unify(text)).replaceAll("[\\[\\](){}]", "");
    Optional<Long> network = Ipv4.network(NETWORK.matcher(address));
    if (network.isEmpty()) {
      return new Range(address, v -> v.equals(address));
    }
    int bits = Integer.parseInt(address.substring(address.indexOf('/') + 1));
    return new Range(
        "", v -> Ipv4.address(v).filter(a -> Ipv4.sameNetwork(a, network.get(), bits)).isPresent());
  }

  /** A day stands for itself, a month or year for all its days. */
  private static Range dates(String text) {
    String value = Spelling.unify(text);
    Matcher between = BETWEEN.matcher(value);
    if (between.matches()) {
      return days(between.group(1), between.group(2));
    }
    Matcher bound = BOUND.matcher(value);
    if (!bound.matches()) {
      return new Range(value, v -> true);
    }
    String day = bound.group(2);
    return new Range(
        "",
        switch (bound.group(1)) {
          case "<" -> v -> v.compareTo(day) < 0;
          case ">" -> v -> head(v, day).compareTo(day) > 0;
          case "<=" -> v -> head(v, day).compareTo(day) <= 0;
          default -> v -> v.compareTo(day) >= 0;
        });
  }

  private static Range days(String from, String to) {
    return new Range(
        "", v -> v.compareTo(from) >= 0 && (to.isEmpty() || head(v, to).compareTo(to) <= 0));
  }

  private static String head(String value, String as) {
    return value.substring(0, Math.min(value.length(), as.length()));
  }

  private static Range numbers(String text) {
    Matcher between = BETWEEN.matcher(text);
    Matcher bound = BOUND.matcher(text);
    if (between.matches()) {
      double from = number(between.group(1), 0);
      double to = number(between.group(2), Double.POSITIVE_INFINITY);
      return new Range("", v -> number(v, 0) >= from && number(v, 0) <= to);
    }
    if (!bound.matches()) {
      return new Range(text, v -> v.equals(text));
    }
    double limit = number(bound.group(2), Double.NaN);
    return new Range(
        "",
        switch (bound.group(1)) {
          case "<" -> v -> number(v, 0) < limit;
          case ">" -> v -> number(v, 0) > limit;
          case "<=" -> v -> number(v, 0) <= limit;
          default -> v -> number(v, 0) >= limit;
        });
  }

  private static double number(String text, double otherwise) {
    return text.matches("\\d{1,9}")
        ? Integer.parseInt(text)
        : text.isEmpty() ? otherwise : Double.NaN;
  }
}

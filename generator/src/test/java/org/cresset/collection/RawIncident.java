package org.cresset.collection;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a raw VERIS record says, read straight from its JSON for a recount: knows the vocabulary and
 * what the manual says of the import, and nothing of its code.
 */
record RawIncident(Map<String, Object> json) {
  private static final List<String> NOTHING = List.of("Unknown", "unknown", "NA", "Other");
  private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());
  private static final List<String> UNITS =
      List.of("Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years");
  private static final Map<String, String> SEVERITY =
      Map.of(
          "Insignificant", "low",
          "Distracting", "low",
          "Painful", "medium",
          "Damaging", "high",
          "Catastrophic", "critical");

  /** An amount of money. */
  record Loss(String part, String currency, BigDecimal amount) {}

  String id() {
    return text("incident_id").orElse("");
  }

  Optional<String> created() {
    return text("plus", "created");
  }

  Optional<LocalDate> day() {
    return day(text("timeline", "incident", "month").orElse("1"), dayOfMonth().orElse("1"));
  }

  private Optional<LocalDate> day(String month, String day) {
    try {
      return text("timeline", "incident", "year")
          .map(y -> LocalDate.of(num(y), num(month), num(day)))
          .filter(d -> d.getYear() >= 1970);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day without its month says nothing. */
  private Optional<String> dayOfMonth() {
    return text("timeline", "incident", "month").flatMap(m -> text("timeline", "incident", "day"));
  }

  String year() {
    return day().map(d -> "" + d.getYear()).orElse("not said");
  }

  Optional<LocalDateTime> detected() {
    return dayOfMonth().flatMap(exact -> day()).flatMap(d -> later(d.atStartOfDay(), "discovery"));
  }

  Optional<LocalDateTime> contained() {
    return detected().flatMap(d -> later(d, "containment"));
  }

  private Optional<LocalDateTime> later(LocalDateTime from, String what) {
    Optional<String> unit = text("timeline", what, "unit").filter(UNITS::contains);
    return text("timeline", what, "value")
        .map(Double::parseDouble)
        .filter(v -> v >= 0 && v == Math.rint(v))
        .flatMap(v ->
            unit.map(
                u -> from.plus(v.longValue(), ChronoUnit.valueOf(u.toUpperCase(Locale.ROOT)))));
  }

  Optional<Long> minutesToDetect() {
    return detected().map(d -> minutes(day().orElseThrow().atStartOfDay(), d));
  }

  Optional<Long> minutesToContain() {
    return contained().map(c -> minutes(detected().orElseThrow(), c));
  }

  /** Documents have their times to the minute. */
  private static long minutes(LocalDateTime from, LocalDateTime to) {
    return Duration.between(
            from.truncatedTo(ChronoUnit.MINUTES), to.truncatedTo(ChronoUnit.MINUTES))
        .toMinutes();
  }

  /** Whole days from the incident to its containment. */
  Optional<Long> days() {
    return contained().map(c -> minutes(day().orElseThrow().atStartOfDay(), c) / (24 * 60));
  }

  List<String> severity() {
    return text("impact", "overall_rating").map(SEVERITY::get).stream().toList();
  }

  List<String> outcome() {
    return switch (text("security_incident").orElse("")) {
      case "Confirmed" -> List.of("successful");
      case "Suspected" -> List.of("unknown");
      case "Near miss" -> List.of("unsuccessful");
      default -> List.of();
    };
  }

  List<String> methods() {
    List<String> methods = new ArrayList<>();
    object("action")
        .forEach((group, of) -> {
          List<String> known = said(texts(of, "variety"));
          known.forEach(v -> methods.add(group + ": " + v));
          if (known.isEmpty()) {
            methods.addAll(said(List.of(group)));
          }
        });
    return methods.stream().distinct().toList();
  }

  List<String> keywords() {
    TreeSet<String> words = new TreeSet<>();
    if (object("asset").get("assets") instanceof List<?> assets) {
      assets.forEach(a -> words.addAll(said(texts(a, "variety"))));
    }
    said(object("actor").keySet()).forEach(a -> words.add("actor: " + a));
    words.addAll(said(object("attribute").keySet()));
    return List.copyOf(words);
  }

  List<String> locations() {
    String state = text("victim", "state").filter(s -> s.matches("[A-Z][A-Z]")).orElse("");
    return texts(json.get("victim"), "country").stream()
        .filter(COUNTRIES::contains)
        .map(c -> c.equals("US") && !state.isEmpty() ? "US-" + state : c)
        .distinct()
        .toList();
  }

  List<String> discovered() {
    List<String> parts = new ArrayList<>();
    object("discovery_method")
        .forEach((who, of) -> {
          List<String> how = said(texts(of, "variety"));
          if (!said(List.of(who)).isEmpty()) {
            parts.add(how.isEmpty() ? who : who + " (" + String.join(", ", how) + ")");
          }
        });
    return parts.isEmpty() ? List.of() : List.of(String.join(", ", parts));
  }

  List<String> cves() {
    return Stream.of("hacking", "malware")
        .flatMap(g -> texts(object("action").get(g), "cve").stream())
        .flatMap(t -> Stream.of(t.toUpperCase(Locale.ROOT).split("[^A-Z0-9-]+")))
        .filter(t -> t.matches("CVE-\\d{4}-\\d{4,}"))
        .distinct()
        .toList();
  }

  List<Loss> losses() {
    Optional<String> currency =
        text("impact", "iso_currency_code").filter(c -> c.matches("[A-Z]{3}"));
    if (currency.isEmpty()) {
      return List.of();
    }
    List<Loss> losses = new ArrayList<>();
    if (object("impact").get("loss") instanceof List<?> all) {
      for (Object loss : all) {
        boolean restoring = texts(loss, "variety").contains("Response and recovery");
        amount(texts(loss, "amount"))
            .ifPresent(
                a -> losses.add(new Loss(restoring ? "restoration" : "other", currency.get(), a)));
      }
    }
    if (losses.isEmpty()) {
      amount(texts(json.get("impact"), "overall_amount"))
          .ifPresent(a -> losses.add(new Loss("other", currency.get(), a)));
    }
    return losses;
  }

  private static Optional<BigDecimal> amount(List<String> texts) {
    return texts.stream().filter(t -> t.matches("[0-9.]+")).findFirst().map(BigDecimal::new);
  }

  boolean hasDayAlone() {
    return text("timeline", "incident", "day").isPresent() && dayOfMonth().isEmpty();
  }

  /** A length of a number and a unit that no calendar can add. */
  boolean hasOddLength() {
    return Stream.of("discovery", "containment")
        .anyMatch(what ->
            text("timeline", what, "unit").filter(UNITS::contains).isPresent()
                && text("timeline", what, "value").isPresent()
                && later(LocalDateTime.MIN.withYear(1970), what).isEmpty());
  }

  boolean hasOddCountry() {
    return said(texts(json.get("victim"), "country")).stream()
        .anyMatch(c -> !COUNTRIES.contains(c));
  }

  boolean hasAmountWithoutCurrency() {
    boolean amount =
        object("impact").containsKey("overall_amount")
            || (object("impact").get("loss") instanceof List<?> losses
                && losses.stream().anyMatch(l -> !texts(l, "amount").isEmpty()));
    return amount
        && text("impact", "iso_currency_code").filter(c -> c.matches("[A-Z]{3}")).isEmpty();
  }

  private static List<String> said(Iterable<String> words) {
    List<String> said = new ArrayList<>();
    words.forEach(w -> said.add(w));
    said.removeAll(NOTHING);
    return said;
  }

  private static int num(String text) {
    return Integer.parseInt(text);
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> object(String key) {
    return json.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private Optional<String> text(String... path) {
    Object at = json;
    for (String key : path) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return Optional.ofNullable(at)
        .map(Object::toString)
        .map(String::strip)
        .filter(t -> !t.isEmpty());
  }

  private static List<String> texts(Object of, String key) {
    Object value = of instanceof Map<?, ?> map ? map.get(key) : null;
    if (value instanceof List<?> list) {
      return list.stream().map(v -> v.toString().strip()).toList();
    }
    return value == null ? List.of() : List.of(value.toString().strip());
  }
}

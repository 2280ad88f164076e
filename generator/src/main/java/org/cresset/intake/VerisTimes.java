package org.cresset.intake;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When it happened, was noticed and contained. Where the record knows only the month or the year,
 * the first day stands for it and the chronology says so; the fields themselves stay in the table.
 *
 * @param known how exactly: day, month or year
 */
record VerisTimes(
    Optional<OffsetDateTime> occurred,
    Optional<OffsetDateTime> detected,
    Optional<OffsetDateTime> contained,
    String known) {

  static VerisTimes of(Taking timeline, List<String> remarks) {
    Taking incident = timeline.object("incident");
    Optional<String> year = incident.look("year");
    Optional<String> month = incident.look("month");
    Optional<String> day = incident.look("day").filter(d -> month.isPresent());
    String known = day.isPresent() ? "day" : month.isPresent() ? "month" : "year";
    Optional<OffsetDateTime> occurred =
        year.flatMap(y -> Dates.day(y, month.orElse("1"), day.orElse("1"))).map(VerisTimes::start);
    if (occurred.isEmpty()) {
      remarks.add(
          "timeline.incident is no date of the calendar ("
              + String.join("-", year.orElse("?"), month.orElse("?"), day.orElse("?"))
              + "); kept, and 'occurred' left out");
    }
    if (incident.look("day").isPresent() && month.isEmpty()) {
      remarks.add("timeline.incident has a day without its month; kept, the year alone is taken");
    }
    for (String step : List.of("discovery", "containment")) {
      uncountable(timeline.object(step))
          .ifPresent(
              d -> remarks.add("timeline." + step + " is " + d + ", which can't be counted; kept"));
    }
    // Adding days to a date that is known by the year would only look exact.
    Optional<OffsetDateTime> exact = occurred.filter(o -> known.equals("day"));
    Optional<OffsetDateTime> detected = exact.flatMap(o -> after(o, timeline.object("discovery")));
    Optional<OffsetDateTime> contained =
        detected.flatMap(d -> after(d, timeline.object("containment")));
    return new VerisTimes(occurred, detected, contained, known);
  }

  private static OffsetDateTime start(LocalDate date) {
    return date.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private static Optional<OffsetDateTime> after(OffsetDateTime start, Taking duration) {
    return duration
        .look("unit")
        .flatMap(u -> duration.look("value").flatMap(v -> Dates.after(start, u, v)));
  }

  /** A length that has a number and a unit, but not such as a calendar can add. */
  private static Optional<String> uncountable(Taking duration) {
    return duration
        .look("unit")
        .filter(Dates::isUnit)
        .flatMap(u ->
            duration
                .look("value")
                .filter(v -> Dates.after(start(LocalDate.EPOCH), u, v).isEmpty())
                .map(v -> "'" + Prose.title(v + " " + u, 40) + "'"));
  }

  Optional<String> year() {
    return occurred.map(o -> Integer.toString(o.getYear()));
  }

  void into(Map<String, Object> front) {
    occurred.ifPresent(t -> front.put("occurred", Dates.text(t)));
    detected.ifPresent(t -> front.put("detected", Dates.text(t)));
    contained.ifPresent(t -> front.put("contained", Dates.text(t)));
  }

  List<Map<String, Object>> chronology(String source) {
    return occurred
        .map(at -> {
          Map<String, Object> entry = new LinkedHashMap<>();
          entry.put("at", Dates.text(at));
          entry.put(
              "event",
              known.equals("day")
                  ? "The incident, as the record dates it."
                  : "The incident; the record knows only the " + known + ".");
          entry.put("basis", "hearsay");
          entry.put("source", "VERIS record of " + Prose.title(source, 80));
          return List.of(entry);
        })
        .orElse(List.of());
  }
}

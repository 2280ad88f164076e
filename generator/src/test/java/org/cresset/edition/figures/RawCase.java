package org.cresset.edition.figures;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.cresset.testkit.Editions;

/**
 * What a case is written from.
 *
 * @param contained after the logging; likewise {@code closed}
 */
record RawCase(
    Instant logged,
    Optional<Duration> contained,
    Optional<Duration> closed,
    String severity,
    Optional<Integer> priority,
    List<String> methods,
    List<String> sites,
    List<String> software,
    String part,
    int cost,
    String currency,
    String category) {

  static List<RawCase> some(int count) {
    Random random = new Random(7);
    List<RawCase> cases = new ArrayList<>();
    while (cases.size() < count) {
      cases.add(one(random));
    }
    return List.copyOf(cases);
  }

  private static RawCase one(Random random) {
    Duration contained = Duration.ofMinutes(random.nextInt(50_000));
    Duration closed = contained.plusMinutes(random.nextInt(90_000));
    return new RawCase(
        Instant.parse("2024-01-01T00:00:00Z").plusSeconds(60L * random.nextInt(1_300_000)),
        Optional.of(contained).filter(c -> random.nextInt(5) > 0),
        Optional.of(closed).filter(c -> random.nextInt(4) > 0),
        pick(random, "none", "low", "medium", "high", "critical"),
        Optional.of(1 + random.nextInt(5)).filter(p -> random.nextBoolean()),
        some(random, "phishing", "malware", "scanning"),
        some(random, "northgate", "kelpie", "saltmarsh"),
        some(random, "Example Mail Gateway 4.2", "Example Wiki", "Example Shop"),
        pick(random, "staff", "hardware"),
        random.nextInt(5000),
        pick(random, "AUD", "EUR"),
        pick(random, "incident", "incident", "incident", "information_request"));
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static List<String> some(Random random, String... values) {
    return random.nextInt(6) == 0
        ? List.of()
        : List.of(pick(random, values), pick(random, values)).stream().distinct().toList();
  }

  YearMonth month() {
    return YearMonth.from(logged.atOffset(ZoneOffset.UTC));
  }

  Optional<YearMonth> closedIn() {
    return closed.map(c -> YearMonth.from(logged.plus(c).atOffset(ZoneOffset.UTC)));
  }

  /** The report. */
  String written() {
    StringBuilder front = new StringBuilder("logged: " + logged + "\n");
    contained.ifPresent(c -> front.append("contained: ").append(logged.plus(c)).append('\n'));
    closed.ifPresent(
        c -> front.append("closed: ").append(logged.plus(c)).append("\nresolution: done\n"));
    priority.ifPresent(p -> front.append("priority: ").append(p).append('\n'));
    front.append("methods: ").append(methods).append('\n');
    front.append("sites: ").append(sites).append('\n');
    front.append("software: ").append(software).append('\n');
    front.append("triage: {category: ").append(category).append("}\n");
    front.append("costs:\n  - {part: ").append(part).append(", amount: ").append(cost);
    front.append(", currency: ").append(currency).append(", hours: 1}\n");
    String report =
        Editions.report(front.toString(), "").replace("severity: medium", "severity: " + severity);
    return closed.isPresent() ? report.replace("status: open", "status: closed") : report;
  }
}

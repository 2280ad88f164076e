package org.cresset.edition.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure equals a recount from the values that the reports were written from. */
class TeamFiguresTest {
  private static final List<String> METHODS = List.of("phishing", "malware", "scanning");

  @TempDir private Path root;
  private final List<Raw> raws = new ArrayList<>();
  private Map<String, Table> tables = Map.of();

  private record Raw(
      Instant logged,
      Instant contained,
      Instant closed,
      String method,
      int cost,
      String category) {}

  @BeforeEach
  void someCases() {
    Random random = new Random(7);
    Map<String, String> files = new TreeMap<>();
    for (int i = 0; i < 80; i++) {
      Instant logged =
          Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(80_000_000));
      Raw raw =
          new Raw(
              logged,
              logged.plusSeconds(60L * random.nextInt(50_000)),
              random.nextInt(4) == 0
                  ? Instant.MAX
                  : logged.plusSeconds(60L * (50_000 + random.nextInt(90_000))),
              METHODS.get(random.nextInt(3)),
              random.nextInt(5000),
              random.nextInt(8) == 0 ? "information_request" : "incident");
      raws.add(raw);
      files.put("reports/10000000" + (10 + i) + ".md", written(raw));
    }
    files.put(
        "reports/1000000099.md",
        written(raws.getFirst())
            .replace("status: open", "status: draft")
            .replace("status: closed", "status: draft"));
    files.put(
        "activity/2026.csv",
        "date,calls,emails,queries,requests\n2026-01-05,2,21,0,3\n2026-01-06,1,1,1,1\n2026-03-01,0,0,4,0\n");
    Map<String, Table> byId = new TreeMap<>();
    TeamFigures.of(Editions.staff(root, files)).forEach(t -> byId.put(t.id(), t));
    tables = byId;
  }

  private static String written(Raw raw) {
    boolean open = raw.closed().equals(Instant.MAX);
    String front =
        "logged: "
            + raw.logged()
            + "\ncontained: "
            + raw.contained()
            + "\n"
            + (open ? "" : "closed: " + raw.closed() + "\nresolution: done\n")
            + "methods: ["
            + raw.method()
            + "]\ntriage: {category: "
            + raw.category()
            + "}\n"
            + "costs:\n  - {part: staff, amount: "
            + raw.cost()
            + ", currency: AUD, hours: 1}\n";
    String report = Editions.report(front, "");
    return open ? report : report.replace("status: open", "status: closed");
  }

  private long count(Predicate<Raw> wanted) {
    return raws.stream().filter(r -> r.category().equals("incident")).filter(wanted).count();
  }

  private List<String> row(String table, String name) {
    return tables.get(table).plain().stream()
        .filter(r -> r.getFirst().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void months() {
    for (String month : List.of("2024-01", "2024-09", "2025-03", "2026-06")) {
      Instant end = Instant.parse(month + "-28T00:00:00Z").plusSeconds(4 * 86_400);
      String next = end.toString().substring(0, 7);
      assertThat(row("months", month))
          .containsExactly(
              month,
              "" + count(r -> r.logged().toString().startsWith(month)),
              "" + count(r -> r.closed().toString().startsWith(month)),
              ""
                  + count(r ->
                      r.logged().toString().compareTo(next) < 0
                          && (r.closed().equals(Instant.MAX)
                              || r.closed().toString().compareTo(next) >= 0)));
    }
    assertThat(tables.get("months").sentence())
        .startsWith(
            count(r -> true)
                + " incidents came in, "
                + count(r -> !r.closed().equals(Instant.MAX)));
  }

  @Test
  void timesByMethod() {
    for (String method : METHODS) {
      List<Long> minutes =
          raws.stream()
              .filter(r -> r.category().equals("incident") && r.method().equals(method))
              .map(r -> (r.contained().getEpochSecond() - r.logged().getEpochSecond()) / 60)
              .sorted()
              .toList();
      int n = minutes.size();
      List<String> row = row("method", method);
      assertThat(row.get(1)).isEqualTo("" + n);
      assertThat(row.get(2))
          .isEqualTo("" + count(r -> r.method().equals(method) && r.closed().equals(Instant.MAX)));
      assertThat(new BigDecimal(row.get(3)).doubleValue())
          .isCloseTo(
              minutes.get((n + 1) / 2 - 1) / 60.0, org.assertj.core.data.Offset.offset(.051));
      assertThat(new BigDecimal(row.get(4)).doubleValue())
          .isCloseTo(
              minutes.get((int) Math.ceil(n * .9) - 1) / 60.0,
              org.assertj.core.data.Offset.offset(.051));
    }
  }

  @Test
  void costsOfAllCases() {
    int sum = raws.stream().mapToInt(Raw::cost).sum();
    assertThat(row("costs", "All")).containsExactly("All", "" + sum, "80");
    int in2025 =
        raws.stream()
            .filter(r -> r.logged().toString().startsWith("2025"))
            .mapToInt(Raw::cost)
            .sum();
    assertThat(row("costs", "2025, staff").get(1)).isEqualTo("" + in2025);
  }

  @Test
  void requestsAndCalls() {
    assertThat(row("category", "information request").get(1))
        .isEqualTo("" + (80 - count(r -> true)));
    assertThat(tables.get("activity").plain())
        .containsExactly(
            List.of("Month", "Calls", "Mails", "Queries", "Requests"),
            List.of("2026-01", "3", "22", "1", "4"),
            List.of("2026-02", "0", "0", "0", "0"),
            List.of("2026-03", "0", "0", "4", "0"));
  }

  @Test
  void managementSeesNoSiteAndNoMethod() {
    assertThat(TeamFigures.forManagement(Editions.staff(root, Map.of())))
        .extracting(Table::id)
        .containsExactly("months", "years", "severity", "costs");
  }
}

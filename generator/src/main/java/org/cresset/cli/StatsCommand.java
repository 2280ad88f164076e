package org.cresset.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Collector;
import org.cresset.Statistics;
import org.cresset.edition.figures.CaseCounts;
import org.cresset.edition.figures.ShownTable;
import org.cresset.edition.figures.Suppression;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset stats}: statistics that tell nothing of a single case. */
@Command(
    name = "stats",
    description = "Counts incidents, as a table, CSV, or a page ready to be made public.",
    footer = {
      "",
      "Counts below --min-cell are not shown, nor are others from which they could be computed.",
      "--min-cell 1 shows all, for the team. A person reads the page before it is committed.",
      "",
      "Examples:",
      "  cresset stats                                          this year so far",
      "  cresset stats --from 2026-01-01 --to 2026-06-30 --min-cell 1",
      "  cresset stats --from 2026-01-01 --to 2026-12-31 --format page > content/pages/incidents-2026.md",
    })
final class StatsCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "the first day (default: the year's first)")
  private Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "DATE", description = "the last day (default: today)")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--min-cell",
      paramLabel = "N",
      description = "the smallest count that is shown (default: 5)")
  private int least = 5;

  @Option(names = "--format", paramLabel = "F", description = "table, csv or page (default: table)")
  private String format = "table";

  @Option(
      names = "--by",
      paramLabel = "PERIOD",
      description = "month, quarter or year (default: quarter)")
  private String by = "quarter";

  @Option(names = "--worktree", description = "the files as they lie, not the commit HEAD")
  private boolean worktree;

  private final Surroundings world;

  StatsCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Instant asOf = common.asOf();
    LocalDate today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate last = to.map(StatsCommand::date).orElse(today);
    LocalDate first = from.map(StatsCommand::date).orElse(last.withDayOfYear(1));
    if (last.isBefore(first) || first.plusYears(30).isBefore(last) || least < 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          "from " + first + " to " + last + " with cells from " + least,
          "give days in order, at most thirty years apart, and a count above 0");
    }
    CaseCounts counts = new Statistics(common.workspace()).count(state(), first, last, asOf);
    boolean few = counts.size() < least;
    List<ShownTable> tables =
        few
            ? List.of()
            : counts.tables(period()).stream().map(t -> Suppression.of(t, least)).toList();
    String total = few ? "fewer than " + least : String.valueOf(counts.size());
    StatsPrinter printer = new StatsPrinter(first, last, least, total, tables);
    world.out().print(common.json ? Json.pretty(printer.json()) : text(printer));
    return ExitStatus.DONE.number();
  }

  private String text(StatsPrinter printer) {
    return switch (format) {
      case "table" -> printer.table();
      case "csv" -> printer.csv();
      case "page" -> printer.page();
      default ->
          throw new Failure(
              Failure.Kind.USAGE, "--format is '" + format + "'", "table, csv or page");
    };
  }

  private Collector.State state() {
    return worktree ? new Collector.AsTheyLie() : new Collector.Commit("HEAD");
  }

  private CaseCounts.Period period() {
    return Arrays.stream(CaseCounts.Period.values())
        .filter(p -> p.name().toLowerCase(Locale.ROOT).equals(by))
        .findFirst()
        .orElseThrow(() ->
            new Failure(Failure.Kind.USAGE, "--by is '" + by + "'", "month, quarter or year"));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new Failure(Failure.Kind.USAGE, "the day '" + text + "'", "write it as 2026-10-03", e);
    }
  }
}

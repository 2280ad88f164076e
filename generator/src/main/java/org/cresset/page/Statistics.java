package org.cresset.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.csv.CsvTable;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Paths;
import org.cresset.edition.figures.ReceivedFigures;
import org.cresset.edition.figures.Table;
import org.cresset.edition.figures.TeamFigures;
import org.cresset.edition.figures.Value;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.Kind;
import org.cresset.page.view.Ref;
import org.cresset.page.view.StatisticsView;
import org.cresset.page.view.StatisticsView.Part;

/** The statistics of the team's editions: one page for staff, one for management, a file each. */
final class Statistics {
  static final String SECTION = "statistics";
  static final String PATH = "statistics/index.html";
  private static final String MANAGEMENT = "statistics/management/index.html";

  /**
   * Counts of what is marked, even of secret cases, are for the team until it decides otherwise.
   */
  private static final Label LABEL = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private static final int MOST_ROWS = 24;

  private final Frame frame;
  private final Edition edition;

  Statistics(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
  }

  static boolean isThere(Edition edition) {
    return edition.audience().isTeam() && !edition.of(Kind.REPORT).isEmpty();
  }

  List<Job> jobs() {
    if (!isThere(edition)) {
      return List.of();
    }
    List<Table> tables = TeamFigures.of(edition);
    List<Table> received = ReceivedFigures.of(edition);
    Label label = LABEL;
    for (Article report : edition.of(Kind.REPORT)) {
      label = label.with(report.label());
    }
    List<Job> jobs = new ArrayList<>();
    jobs.add(page(PATH, "Statistics", tables, received, label));
    jobs.add(
        page(
            MANAGEMENT,
            "Report for management",
            TeamFigures.forManagement(tables),
            List.of(),
            LABEL));
    for (Table table : Stream.concat(tables.stream(), received.stream()).toList()) {
      String csv = CsvTable.of(table.plain());
      jobs.add(new Job(csv(table), Digests.of(csv), () -> csv.getBytes(StandardCharsets.UTF_8)));
    }
    return jobs;
  }

  private static String csv(Table table) {
    return SECTION + "/" + table.id() + ".csv";
  }

  private Job page(
      String path, String title, List<Table> tables, List<Table> received, Label label) {
    boolean management = path.equals(MANAGEMENT);
    Ref other =
        management
            ? new Ref("", "All statistics", Paths.relative(path, PATH))
            : new Ref("", "The report for management", Paths.relative(path, MANAGEMENT));
    StatisticsView view =
        new StatisticsView(title, management, other, parts(path, tables), parts(path, received));
    return frame.job(
        path,
        "statistics.ftlh",
        new Frame.Head(SECTION, title, "", "", label),
        List.of(view),
        prose -> view);
  }

  private static List<Part> parts(String path, List<Table> tables) {
    return tables.stream().map(t -> part(path, t)).toList();
  }

  private static Part part(String path, Table table) {
    boolean time = table.form() == Table.Form.COLUMNS;
    List<Table.Row> rows = table.rows();
    List<Table.Row> shown =
        time ? Charts.last(rows, MOST_ROWS) : rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    return new Part(
        table.id(),
        table.title(),
        table.sentence(),
        Charts.of(table),
        table.columns(),
        shown.stream().map(Statistics::cells).toList(),
        rows.size() - shown.size(),
        Paths.relative(path, csv(table)));
  }

  private static List<String> cells(Table.Row row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.name());
    row.values().forEach(v -> cells.add(shown(v)));
    return List.copyOf(cells);
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Count(long number) -> String.valueOf(number);
      case Value.Length(java.time.Duration time) -> Words.duration(time);
      case Value.Amount(java.math.BigDecimal number) -> Costs.number(number);
      case Value.None() -> "–";
    };
  }
}

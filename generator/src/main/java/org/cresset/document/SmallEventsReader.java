package org.cresset.document;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.csv.BadCsv;
import org.cresset.csv.Csv;
import org.cresset.csv.Row;
import org.cresset.model.Activity;
import org.cresset.model.Sighting;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;

/** Reads small events and counts from CSV. A row with a fault is left out and reported. */
final class SmallEventsReader {
  private static final List<String> SIGHTINGS =
      List.of("at", "site", "type", "value", "method", "outcome", "report");
  private static final List<String> ACTIVITY =
      List.of("date", "calls", "emails", "queries", "requests");

  private final List<Problem> problems;
  private final List<SmallEvents.Seen> sightings = new ArrayList<>();
  private final List<Activity> activity = new ArrayList<>();

  private SmallEventsReader(List<Problem> problems) {
    this.problems = problems;
  }

  static SmallEvents read(SourceTree source, List<Problem> problems) {
    SmallEventsReader reader = new SmallEventsReader(problems);
    for (SourceFile file : source.files().values()) {
      if (!file.path().endsWith(".csv")) {
        continue;
      }
      if (file.path().startsWith("sightings/")) {
        reader.file(file, SIGHTINGS, reader::sighting);
      } else if (file.path().startsWith("activity/")) {
        reader.file(file, ACTIVITY, reader::activity);
      }
    }
    return new SmallEvents(reader.sightings, reader.activity);
  }

  private interface RowReader {
    void read(Cells cells);
  }

  private void file(SourceFile file, List<String> header, RowReader reader) {
    Optional<String> content = Parts.decode(file.shown(), file.content(), problems);
    Text text = new Text(file.shown(), content.orElse(""));
    List<Row> rows = new ArrayList<>();
    try {
      Csv.read(new StringReader(content.orElse("")), ',', rows::add);
    } catch (BadCsv e) {
      wrong(text, e.line(), e.found());
    }
    if (content.isPresent() && (rows.isEmpty() || !rows.getFirst().cells().equals(header))) {
      text.wrong(
          Code.CSV_INVALID,
          text.at(1, 1),
          rows.isEmpty() ? "no header" : "the header " + String.join(",", rows.getFirst().cells()),
          String.join(",", header),
          "make that the first line; a column may be empty, but not left out");
    } else {
      for (Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
        if (row.cells().size() == header.size()) {
          reader.read(new Cells(text, header, row));
        } else {
          wrong(text, row.line(), "a row of " + row.cells().size() + " cells");
        }
      }
    }
    problems.addAll(text.problems());
  }

  private static void wrong(Text text, long line, String found) {
    text.wrong(
        Code.CSV_INVALID,
        text.at((int) line, 1),
        found,
        "as many cells as the header has, by RFC 4180",
        "put text with commas into quotes, and double each quote in it");
  }

  private void sighting(Cells c) {
    var at =
        c.need("at", Values::time, Code.TIME_INVALID, "a time with its zone: 2026-10-03T02:14Z");
    String type = c.oneOf("type", Vocabulary.OBSERVABLE).orElse("");
    if (c.text("value").isEmpty()) {
      c.wrong(Code.VALUE_INVALID, "value", "what was seen", "write it as a log would show it");
    } else if (!type.isEmpty()) {
      c.formed("value", Form.observable(type));
    }
    Optional<String> outcome =
        c.text("outcome").isEmpty() ? Optional.empty() : c.oneOf("outcome", Vocabulary.OUTCOME);
    if (at.isPresent() && c.isSound()) {
      sightings.add(
          new SmallEvents.Seen(
              new Sighting(
                  at.get(),
                  c.filled("site"),
                  type,
                  c.text("value"),
                  c.filled("method"),
                  outcome,
                  c.filled("report")),
              c.at("site"),
              c.at("method"),
              c.at("report")));
    }
  }

  private void activity(Cells c) {
    var date = c.need("date", Values::date, Code.DATE_INVALID, "a date such as 2026-10-03");
    int[] counts = new int[4];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = c.count(ACTIVITY.get(i + 1));
    }
    if (date.isPresent() && c.isSound()) {
      activity.add(new Activity(date.get(), counts[0], counts[1], counts[2], counts[3]));
    }
  }
}

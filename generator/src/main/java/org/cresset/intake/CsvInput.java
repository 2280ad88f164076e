package org.cresset.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cresset.csv.BadCsv;
import org.cresset.csv.Csv;
import org.cresset.csv.Row;

/** Rows of a table whose first row names the columns. */
final class CsvInput {
  private final String name;
  private final List<String> needed;
  private final Input to;
  private List<String> header = List.of();
  private boolean broken;

  private CsvInput(String name, List<String> needed, Input to) {
    this.name = name;
    this.needed = needed;
    this.to = to;
  }

  /**
   * Reads a file.
   *
   * @param needed columns that must be there
   */
  static void read(Path file, String name, char separator, List<String> needed, Input to) {
    CsvInput input = new CsvInput(name, needed, to);
    try (Reader reader = Encoded.open(file)) {
      Csv.read(reader, separator, input::row);
      if (input.header.isEmpty() && !input.broken) {
        to.refused(name, "no row at all");
      }
    } catch (BadCsv e) {
      to.refused(name + ":" + e.line(), e.found());
    } catch (UncheckedIOException e) {
      to.refused(name, Encoded.reason(e));
    } catch (IOException e) {
      to.refused(name, Encoded.reason(e));
    }
  }

  private void row(Row row) {
    String place = name + ":" + row.line();
    if (broken) {
      return;
    }
    if (header.isEmpty()) {
      header = row.cells().stream().map(String::strip).toList();
      List<String> missing = new ArrayList<>(needed);
      missing.removeAll(header);
      boolean twice = header.stream().distinct().count() < header.size();
      broken = !missing.isEmpty() || twice;
      if (broken) {
        to.refused(
            place,
            twice
                ? "two columns of the same name"
                : "no column '" + String.join("', '", missing) + "', which the mapping names");
      }
    } else if (row.cells().size() != header.size()) {
      to.refused(
          place,
          "a row of " + row.cells().size() + " cells, where the header has " + header.size());
    } else {
      Map<String, Object> record = new LinkedHashMap<>();
      for (int i = 0; i < header.size(); i++) {
        if (!row.cells().get(i).isBlank()) {
          record.put(
              header.get(i).isEmpty() ? "column " + (i + 1) : header.get(i), row.cells().get(i));
        }
      }
      to.record(place, record);
    }
  }
}

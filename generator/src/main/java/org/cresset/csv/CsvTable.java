package org.cresset.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Tables as CSV for others' tools, as RFC 4180 has it, with LF at the end of each line. */
public final class CsvTable {
  private CsvTable() {}

  /**
   * A table.
   *
   * @param rows the first names the columns; a cell that a spreadsheet would take for a formula
   *     gets an apostrophe before it
   */
  public static String of(List<List<String>> rows) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      rows.forEach(row -> csv.writeRecord(row.stream().map(CsvTable::harmless).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String harmless(String cell) {
    boolean number = cell.matches("[+-]?[0-9.]+");
    return !number && cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell;
  }
}

package org.cresset.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * CSV as RFC 4180 has it, row by row, so that a file of any length takes little memory. A cell is
 * text; nothing in it is ever counted as a formula. Rows may differ in length; that is for the
 * caller to judge.
 */
public final class Csv {
  /** Most columns of a row. */
  public static final int COLUMNS = 1_000;

  /** Most characters of a row, and of a cell. */
  public static final int CHARACTERS = 1 << 20;

  private Csv() {}

  /**
   * Hands on each row that is not empty.
   *
   * @throws BadCsv for what is no CSV or too large; rows before have been handed on
   * @throws UncheckedIOException from the reader
   */
  public static void read(Reader in, char separator, Consumer<Row> to) throws BadCsv {
    Quotes counted = new Quotes(in);
    Optional<Row> last = Optional.empty();
    long next = 1;
    try (CsvReader<CsvRecord> rows = reader(counted, separator)) {
      for (Iterator<CsvRecord> i = rows.iterator(); i.hasNext(); ) {
        CsvRecord row = i.next();
        last.ifPresent(to);
        last = Optional.of(new Row(row.getStartingLineNumber(), row.getFields()));
        next = row.getStartingLineNumber() + 1;
      }
    } catch (CsvParseException e) {
      throw new BadCsv(next, reason(e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (last.isPresent() && counted.isOpen()) {
      throw new BadCsv(last.get().line(), "a quote that is not closed; the file may be cut short");
    }
    last.ifPresent(to);
  }

  private static CsvReader<CsvRecord> reader(Reader in, char separator) {
    CsvRecordHandler handler =
        CsvRecordHandler.builder()
            .maxFields(COLUMNS)
            .maxFieldSize(CHARACTERS)
            .maxRecordSize(CHARACTERS)
            .build();
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(2 * CHARACTERS)
        .build(handler, in);
  }

  private static String reason(CsvParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    String text = String.valueOf(cause.getMessage());
    if (text.contains("maximum limit of " + COLUMNS + " fields")) {
      return "more than " + COLUMNS + " columns";
    }
    if (text.contains("buffer size") || text.contains("maximum limit")) {
      return "more than "
          + CHARACTERS
          + " characters in a row or cell, as when a quote is not closed";
    }
    return text;
  }
}

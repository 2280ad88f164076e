package org.cresset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of old systems, by a mapping of their columns. */
class TableImportTest {
  private static final String MAPPING =
      """
      kind: report
      from: The ticket system of 2019
      tlp: GREEN
      id: Ticket
      separator: ';'
      fields:
        title: Subject
        severity: {column: Prio, values: {P1: critical, P3: low}}
        logged: {column: Opened, format: 'dd.MM.yyyy HH:mm', zone: Europe/Berlin}
        keywords: {column: Tags, split: ','}
        sites: Site
      body:
        - {heading: 'What happened, and when', column: Text}
      """;
  private static final String HEADER = "Ticket;Subject;Prio;Opened;Tags;Site;Text;Owner\n";
  private static final String ROW =
      "T-1;=HYPERLINK(\"\"x\"\");P1;03.10.2019 02:14;a, b;northgate;\"Two\nlines; \"\"quoted\"\"\";@kt\n"
          .replace("=HYPERLINK(\"\"x\"\")", "\"=HYPERLINK(\"\"http://198.51.100.1/\"\")\"");

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
    base.write("map.yaml", MAPPING);
  }

  private String take(byte[] table, String... more) throws Exception {
    Files.write(base.root().resolve("in.csv"), table);
    return base.run(
            Stream.concat(
                    Stream.of(
                        "import",
                        "csv",
                        "in.csv",
                        "--mapping",
                        "map.yaml",
                        "--into",
                        "content/reports/old"),
                    Stream.of(more))
                .toArray(String[]::new))
        .text();
  }

  private String documents() throws Exception {
    Path folder = base.root().resolve("content/reports");
    if (!Files.exists(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(TableImportTest::read)
          .collect(Collectors.joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aRowBecomesADocumentAndAFormulaStaysText() throws Exception {
    byte[] table = (HEADER + ROW).getBytes(StandardCharsets.UTF_8);
    assertThat(take(table, "--dry-run")).contains("1 new, 0 not taken in (dry run");
    assertThat(documents()).isEmpty();
    assertThat(take(table)).isEqualTo("1 new, 0 not taken in");
    assertThat(documents())
        .contains("title: \"=HYPERLINK(\\\"http://198.51.100.1/\\\")\"")
        .contains("severity: critical\nlogged: 2019-10-03T00:14Z\nkeywords: [a, b]\n")
        .contains("sites: [northgate]", "aliases: [T-1]", "tlp: GREEN")
        .contains("## What happened, and when\n\nTwo\nlines; \"quoted\"\n")
        .contains("\"Owner\" : \"@kt\"");
    assertThat(base.run("check").text()).doesNotContain("error[");
    assertThat(take(table)).isEqualTo("1 unchanged, 0 not taken in");
  }

  @Test
  void whatDoesNotFitIsKeptAndSaid() throws Exception {
    String row = "T-2;A;P9;3 Oct;a;southgate;x;\n;B;;;;;;\nT-3;C\n";
    assertThat(take((HEADER + row).getBytes(StandardCharsets.UTF_8)))
        .contains("Prio is 'P9', which does not fit severity; kept")
        .contains("Opened is '3 Oct', which does not fit logged; kept")
        .contains("Site is 'southgate', which does not fit sites; kept")
        .contains("in.csv:3: warning: not taken in: the column 'Ticket' is empty")
        .contains("in.csv:4: warning: not taken in: a row of 2 cells, where the header has 8")
        .endsWith("1 new, 2 not taken in");
    assertThat(documents()).contains("\"Prio\" : \"P9\"", "\"Opened\" : \"3 Oct\"");
    assertThat(base.run("check").text()).doesNotContain("error[");
  }

  @Test
  void marksAndEncodings() throws Exception {
    assertThat(take(("\uFEFF" + HEADER + ROW).getBytes(StandardCharsets.UTF_8)))
        .startsWith("1 new");
    assertThat(take((HEADER + ROW).getBytes(StandardCharsets.UTF_16))).startsWith("1 unchanged");
    byte[] little = ("\uFEFF" + HEADER + ROW).getBytes(StandardCharsets.UTF_16LE);
    assertThat(take(little)).startsWith("1 unchanged");
    assertThat(take((HEADER + ROW).getBytes(StandardCharsets.UTF_16LE)))
        .contains("bytes that are no UTF-8");
    assertThat(take((HEADER + ROW.replace("kt", "k\u00fc")).getBytes(StandardCharsets.ISO_8859_1)))
        .contains("bytes that are no UTF-8");
  }

  @Test
  void hostileTablesAreRefusedInWords() throws Exception {
    assertThat(take(("a;b\n1;2\n").getBytes(StandardCharsets.UTF_8)))
        .contains("in.csv:1: warning: not taken in: no column 'Ticket', 'Subject'");
    assertThat(take((HEADER + "T-4;\"never closed;;;;;;\n").getBytes(StandardCharsets.UTF_8)))
        .contains("in.csv:2: warning: not taken in: a quote that is not closed");
    assertThat(take(new byte[0])).contains("in.csv: warning: not taken in: no row at all");
    assertThat(take("x;x\n".getBytes(StandardCharsets.UTF_8))).contains("two columns of the same");
  }

  @Test
  void aMappingCanNotWiden() throws Exception {
    base.write("map.yaml", MAPPING.replace("title: Subject", "classification: Subject"));
    assertThat(take((HEADER + ROW).getBytes(StandardCharsets.UTF_8)))
        .contains("'classification' can't be taken from a table: what is imported is private");
    base.write("map.yaml", MAPPING + "colums: {}\nx: 1\n");
    assertThat(take((HEADER + ROW).getBytes(StandardCharsets.UTF_8))).contains("unknown: x");
    base.write("map.yaml", MAPPING.replace("Europe/Berlin", "Atlantis"));
    assertThat(take((HEADER + ROW).getBytes(StandardCharsets.UTF_8))).contains("'logged': ");
  }
}

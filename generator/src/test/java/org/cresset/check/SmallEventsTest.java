package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sightings and activity, of which every cell is checked. */
class SmallEventsTest {
  private static final String SIGHTINGS = "at,site,type,value,method,outcome,report\n";
  private static final String ACTIVITY = "date,calls,emails,queries,requests\n";

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private String check(String file, String content) throws Exception {
    base.write("content/" + file, content);
    return base.run("check").text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-08,northgate,ipv4,203.0.113.1,,, | 2:1: error[time-invalid]: at is '2026-01-08'",
        "2026-01-08T15:47Z,southgate,ipv4,203.0.113.1,,, | 2:19: error[reference-dangling]",
        "2026-01-08T15:47Z,,ip4,203.0.113.1,,, | 2:20: error[value-invalid]: type is 'ip4'",
        "2026-01-08T15:47Z,,ipv4,203.0.113.256,,, | 2:25: error[value-invalid]: value is",
        "2026-01-08T15:47Z,,ipv4,,,, | 2:25: error[value-invalid]: no 'value'",
        "2026-01-08T15:47Z,,other,x,,lucky, | 2:29: error[value-invalid]: outcome is 'lucky'",
        "2026-01-08T15:47Z,,other,x,,,1234567890 | 2:30: error[reference-dangling]: the report",
        "2026-01-08T15:47Z,,other,x | 2:1: error[csv-invalid]: a row of 4 cells",
      })
  void oneWrongCell(String row, String message) throws Exception {
    assertThat(check("sightings/2026.csv", SIGHTINGS + row + "\n"))
        .startsWith("content/sightings/2026.csv:" + message)
        .endsWith("1 error");
  }

  @Test
  void aQuoteThatIsNeverClosedIsReportedWhereItBegins() throws Exception {
    String rows = "2026-01-08T15:47Z,,other,x,,,\n2026-01-08T15:47Z,,other,\"x,,,\n";
    assertThat(check("sightings/2026.csv", SIGHTINGS + rows))
        .startsWith("content/sightings/2026.csv:3:1: error[csv-invalid]: a quote that is not");
  }

  @Test
  void countsAreNumbersAndAnEmptyCellIsNone() throws Exception {
    assertThat(check("activity/2026.csv", ACTIVITY + "2026-01-08,1,,3,4\n"))
        .isEqualTo("no problems");
    assertThat(check("activity/2026.csv", ACTIVITY + "8.1.2026,1,=2,3,4\n"))
        .contains(":2:1: error[date-invalid]", ":2:12: error[value-invalid]: emails is '=2'")
        .endsWith("2 errors");
    assertThat(check("activity/2026.csv", "date,calls\n"))
        .startsWith("content/activity/2026.csv:1:1: error[csv-invalid]: the header date,calls");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    Path file = folder.toRealPath().resolve("content/sightings/2026.csv");
    Files.createDirectories(file.getParent());
    Files.write(file, SIGHTINGS.getBytes(StandardCharsets.UTF_16));
    assertThat(base.run("check").text()).contains("error[source-not-text]");
  }
}

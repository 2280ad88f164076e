package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarTest {
  @TempDir private Path root;

  @Test
  void eventsAreWrittenAsTheStandardHasThem() {
    String text =
        Calendar.of(
            Editions.staff(
                root,
                Map.of(
                    "reports/1000000001.md",
                    Editions.report(
                            "logged: 2026-11-20T00:00Z\nrefer_again: 2026-11-26\n"
                                + "next_update: 2026-11-24T04:00Z\n",
                            "")
                        .replace(
                            "A case",
                            "\"One;\\ttwo\\u202e, three \\\\ " + "\u00fc".repeat(60) + "\""))));
    assertThat(text).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(l -> assertThat(l.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(76));
    assertThat(text.replace("\r\n ", ""))
        .contains(
            "DTSTART;VALUE=DATE:20261126\r\nSUMMARY:referred again: One\\; two<U+202E>\\, three \\\\ "
                + "\u00fc".repeat(60)
                + " (1000000001)\r\n",
            "DTSTART:20261124T040000Z\r\nSUMMARY:report update: ");
  }
}

package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachTest {
  private static final Instant AT = Instant.parse("2026-10-03T02:31:40Z");

  @TempDir private Path root;
  private Path reports;

  @BeforeEach
  void twoReports() throws Exception {
    reports = Files.createDirectories(root.resolve("content/reports/2026"));
    Files.writeString(reports.resolve("a1.md"), Editions.report("", "See [b](b2.md#part)."));
    Files.writeString(
        reports.resolve("b2.md"),
        Editions.report(
            "evidence: []\n", "See [a](a1.md), [b](#x), [c](https://example.org/a1.md)."));
  }

  private Attach.Attached attach(String name, String content) throws Exception {
    Path file = Files.writeString(root.resolve(name), content);
    return Attach.attach(
        root.resolve("content"),
        root.resolve("lock"),
        "a1",
        new Attach.Wanted(file, Optional.empty(), Optional.empty(), List.of()),
        AT);
  }

  @Test
  void theReportGetsAFolderAndLinksFollow() throws Exception {
    Attach.Attached done = attach("My Log.txt", "one\n");
    assertThat(done.file()).hasContent("one\n").hasFileName("my-log.txt");
    assertThat(reports.resolve("a1.md")).doesNotExist();
    assertThat(reports.resolve("a1/index.md"))
        .content()
        .contains(
            "See [b](../b2.md#part).",
            "attachments:\n  - {file: my-log.txt, title: \"my-log.txt\"}\n",
            "evidence:\n  - {item: \"my-log.txt\", sha256: "
                + "2c8b08da5ce60398e1f19af0e5dccc744df274b826abe585eaba68c525434806,"
                + " collected_at: 2026-10-03T02:31Z, held_at: attached to this report}\n");
    assertThat(reports.resolve("b2.md"))
        .content()
        .contains("[a](a1/index.md), [b](#x), [c](https://example.org/a1.md).");
  }

  @Test
  void theSecondFileJoinsTheFirstAndNoneIsOverwritten() throws Exception {
    attach("a.log", "one\n");
    attach("b.log", "two\n");
    assertThat(reports.resolve("a1/index.md"))
        .content()
        .containsSubsequence("- {file: a.log,", "- {file: b.log,");
    assertThatThrownBy(() -> attach("A.log", "three\n")).hasMessageContaining("already");
    assertThat(reports.resolve("a1/a.log")).hasContent("one\n");
  }

  @Test
  void aMailIsCalledByItsSubject() {
    String mail =
        "From: a@example.org\r\nSubject: =?UTF-8?Q?Queue_gr=C3=B6=C3=9Fer?=\r\n =?UTF-8?B?IQ==?=\r\n"
            + "Date: Sat, 3 Oct 2026 02:14:00 +0000\r\n\r\nSubject: no\r\n";
    assertThat(MailHeader.of(mail.getBytes(StandardCharsets.UTF_8)).title())
        .contains("Mail \"Queue gr\u00f6\u00dfer!\", Sat, 3 Oct 2026 02:14:00 +0000");
    assertThat(MailHeader.of(new byte[0]).title()).isEmpty();
  }

  @Test
  void aProgramIsRefusedAndNothingIsLeft() {
    assertThatThrownBy(() -> attach("up.exe", "MZ...")).isInstanceOf(Failure.class);
    assertThat(reports.resolve("a1.md")).exists();
    assertThat(reports.resolve("a1/up.exe")).doesNotExist();
  }
}

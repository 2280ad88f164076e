package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.cresset.problem.Failure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviseTest {
  private static final Instant FIRST = Instant.parse("2026-10-01T10:00:20Z");
  private static final Instant NOW = Instant.parse("2026-10-03T02:14:37Z");
  private static final String BODY = "\n# Text \u2014 'as it is'\n\nversion: 7\n---\n  \n";

  @TempDir private Path content;
  private Path file;

  @BeforeEach
  void folder() throws Exception {
    file = Files.createDirectories(content.resolve("advisories")).resolve("a.md");
  }

  private String revised(String front) throws Exception {
    Files.writeString(file, "---\n" + front + "---\n" + BODY);
    Revise.revise(content, file, "Fix: \"4.2.7\" \\o/", NOW, FIRST);
    String text = Files.readString(file);
    assertThat(text).startsWith("---\n").endsWith("---\n" + BODY);
    return text.substring(4, text.length() - BODY.length() - 4);
  }

  @Test
  void aFirstVersionThatWasNeverWrittenGetsItsEntryToo() throws Exception {
    assertThat(
            revised(
                """
                title: "A"   # a comment
                status: final # another
                # about the classification
                classification: public
                action: 'don''t'
                """))
        .isEqualTo(
            """
            title: "A"   # a comment
            status: final # another
            version: 2
            initial_release_date: 2026-10-01T10:00:20Z
            revision_history:
              - {number: 1, date: 2026-10-01T10:00:20Z, summary: "First release"}
              - {number: 2, date: 2026-10-03T02:14Z, summary: "Fix: \\"4.2.7\\" \\\\o/"}
            # about the classification
            classification: public
            action: 'don''t'
            """);
  }

  @Test
  void aListOfFlowEntriesGetsOneMore() throws Exception {
    assertThat(
            revised(
                """
                title: A
                classification: public
                revision_history:
                - {number: 1, date: 2026-10-01, summary: First}   # keep
                # about the status
                status: final
                version: "1"   # quoted
                initial_release_date: 2026-10-01
                """))
        .isEqualTo(
            """
            title: A
            classification: public
            revision_history:
            - {number: 1, date: 2026-10-01, summary: First}   # keep
            - {number: 2, date: 2026-10-03T02:14Z, summary: "Fix: \\"4.2.7\\" \\\\o/"}
            # about the status
            status: final
            version: "2"   # quoted
            initial_release_date: 2026-10-01
            """);
  }

  @Test
  void aListOfSpreadEntriesGetsOneMoreInItsForm() throws Exception {
    assertThat(
            revised(
                """
                title: A
                classification: public
                status: final
                version: 1.4.2
                initial_release_date: 2026-10-01
                revision_history:
                  -   number: 1.0.0
                      date: 2026-10-01
                      summary: |
                        First
                  -   number: 1.4.2
                      date: 2026-10-02
                      summary: Second
                """))
        .endsWith(
            """
                  summary: Second
              -   number: 1.5.0
                  date: 2026-10-03T02:14Z
                  summary: "Fix: \\"4.2.7\\" \\\\o/"
            """)
        .contains("version: 1.5.0\n");
  }

  @Test
  void listsInBracketsStayInBrackets() throws Exception {
    String start =
        "title: A\nclassification: public\nstatus: final\nversion: 1\ninitial_release_date: 2026-10-01\n";
    assertThat(
            revised(
                start
                    + "revision_history: [{number: 1, date: 2026-10-01, summary: 'it''s ] one'}] # x\n"))
        .contains("summary: 'it''s ] one'}, {number: 2, date: 2026-10-03T02:14Z, ")
        .endsWith("}] # x\n");
    assertThat(
            revised(
                start
                    + "revision_history: [\n    {number: 1, date: 2026-10-01, summary: \"a \\\" ] b\"} # ] c\n  ]\n"))
        .contains("\"a \\\" ] b\"}, # ] c\n    {number: 2, date: 2026-10-03T02:14Z, ")
        .endsWith("},\n  ]\n");
    assertThat(revised(start + "revision_history: []\n"))
        .contains("version: 2\n")
        .contains("revision_history:\n  - {number: 1, date: 2026-10-01T00:00Z, ");
  }

  @Test
  void lineEndsAndPermissionsStay() throws Exception {
    Files.writeString(
        file, "---\r\ntitle: A\r\nclassification: public\r\nstatus: final\r\n---\r\nBody\r\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    assertThat(Revise.revise(content, file, "x", NOW, FIRST)).isEqualTo("2");
    assertThat(Files.readString(file).replace("\r\n", ""))
        .doesNotContain("\n")
        .contains("version: 2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
    assertThat(file.getParent()).isDirectoryContaining(f -> f.equals(file));
    assertThat(file.getParent().toFile().list()).hasSize(1);
  }

  @Test
  void manyRevisionsInARow() throws Exception {
    Files.writeString(file, "---\ntitle: A\nclassification: public\nstatus: final\n---\nBody\n");
    for (int i = 2; i <= 12; i++) {
      // Several within a minute: the order of the list must stay the order of time.
      Instant at = NOW.plusSeconds(7L * i);
      assertThat(Revise.revise(content, file, "change " + i, at, FIRST)).isEqualTo("" + i);
    }
    assertThat(Files.readString(file).lines().filter(l -> l.startsWith("  - {number"))).hasSize(12);
  }

  @Test
  void refusesWhatIsWrongAndLeavesTheFile() throws Exception {
    refused("status: draft\n", NOW, "it is a draft");
    refused("status: final\nversion: 3\n", NOW, "has version 3");
    refused(
        "status: final\nversion: one\nrevision_history: [{number: one, date: 2026-10-01, summary: x}]\n",
        NOW,
        "'one'");
    refused("status: final\n", FIRST.minusSeconds(1), "is before version 1");
    refused("status: final\nrevision_history: &x [{number: 1}]\n", NOW, "can't be read");
    refused("status: final\nversion:\n  1\n", NOW.minusSeconds(0), null);
  }

  private void refused(String front, Instant at, String message) throws Exception {
    String text = "---\ntitle: A\nclassification: public\n" + front + "---\nBody\n";
    Files.writeString(file, text);
    if (message == null) {
      Revise.revise(content, file, "x", at, FIRST);
      assertThat(Files.readString(file)).contains("version:\n  2\n");
      return;
    }
    assertThatThrownBy(() -> Revise.revise(content, file, "x", at, FIRST))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(message);
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void onlyAdvisoriesAndPoliciesHaveVersions() throws Exception {
    Path report = Files.createDirectories(content.resolve("reports")).resolve("1.md");
    Files.writeString(report, "---\ntitle: A\nclassification: public\nstatus: open\n---\n");
    assertThatThrownBy(() -> Revise.revise(content, report, "x", NOW, FIRST))
        .hasMessageContaining("only advisories and policies");
    assertThatThrownBy(() -> Revise.revise(content, content.resolve("x.md"), "x", NOW, FIRST))
        .isInstanceOf(Failure.class);
  }

  @Test
  void withdrawingSetsStatusReasonAndVersion() throws Exception {
    Files.writeString(
        file,
        "---\ntitle: A\nclassification: public\nstatus: 'interim' # x\nnext_update: 2026-10-05T06:00Z\n---\nBody\n");
    assertThat(Withdraw.withdraw(content, file, "It was: wrong", NOW, FIRST)).isEqualTo("2");
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            ---
            title: A
            classification: public
            status: 'withdrawn' # x
            withdrawn: {date: 2026-10-03T02:14Z, reason: "It was: wrong"}
            version: 2
            initial_release_date: 2026-10-01T10:00:20Z
            revision_history:
              - {number: 1, date: 2026-10-01T10:00:20Z, summary: "First release"}
              - {number: 2, date: 2026-10-03T02:14Z, summary: "Withdrawn: It was: wrong"}
            next_update: 2026-10-05T06:00Z
            ---
            Body
            """);
    assertThatThrownBy(() -> Withdraw.withdraw(content, file, "again", NOW, FIRST))
        .hasMessageContaining("withdrawn already");
  }

  @Test
  void policiesAreRetiredInstead() throws Exception {
    Path policy = Files.createDirectories(content.resolve("policies")).resolve("p.md");
    Files.writeString(policy, "---\ntitle: A\nclassification: public\nstatus: approved\n---\n");
    assertThatThrownBy(() -> Withdraw.withdraw(content, policy, "x", NOW, FIRST))
        .hasMessageContaining("policies are retired");
    assertThat(Revise.revise(content, policy, "x", NOW, FIRST)).isEqualTo("2");
  }
}

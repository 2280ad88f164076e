package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cresset.problem.Failure;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
  private static final Instant AT = Instant.parse("2026-10-03T02:31:40Z");

  @TempDir private Path root;
  private Path file;

  @BeforeEach
  void folder() throws Exception {
    file = root.resolve("content/reports/2026/1000000001.md");
    Files.createDirectories(file.getParent());
  }

  private String logged(String body, String text) throws Exception {
    String report = Editions.report("", body);
    Files.writeString(file, report);
    Log.append(root.resolve("content"), root.resolve("lock"), "1000000001", text, AT);
    return Files.readString(file).substring(report.length() - body.length() - 1);
  }

  @Test
  void theLineGoesAfterTheLastEntry() throws Exception {
    assertThat(
            logged(
                "Text.\n\n## Chronology\n\n- 2026-10-03T02:14Z hearsay (x): one\n  and more\n\nNote."
                    + "\n\n## What happened\n\n- no entry\n",
                "observation: two"))
        .isEqualTo(
            "Text.\n\n## Chronology\n\n- 2026-10-03T02:14Z hearsay (x): one\n  and more\n"
                + "- 2026-10-03T02:31Z observation: two\n\nNote.\n\n## What happened\n\n- no entry\n\n");
  }

  @Test
  void aChronologyIsMadeWhereThereIsNone() throws Exception {
    assertThat(logged("Text.", "two"))
        .isEqualTo("Text.\n\n## Chronology\n\n- 2026-10-03T02:31Z two\n");
    assertThat(logged("## Chronology\n\n## What happened", "two"))
        .isEqualTo("## Chronology\n\n- 2026-10-03T02:31Z two\n\n## What happened\n");
  }

  @Test
  void aFenceIsNoPlaceForIt() throws Exception {
    assertThat(
            logged(
                "## Chronology\n\n- 2026-10-03T02:14Z one\n\n::: sensitive\n"
                    + "- 2026-10-03T02:15Z for few\n:::",
                "two"))
        .startsWith("## Chronology\n\n- 2026-10-03T02:14Z one\n- 2026-10-03T02:31Z two\n\n:::");
  }

  @Test
  void aHandoverChangesWhoControlsTheCase() throws Exception {
    logged("Text.", "handover dm -> kt");
    assertThat(Files.readString(file)).contains("\ncontroller: kt\n", "02:31Z handover dm -> kt");
  }

  @Test
  void whatIsNoLineIsRefused() {
    for (String text : List.of("", "two\nlines", "observation:", "\u202e")) {
      assertThatThrownBy(() -> logged("Text.", text)).isInstanceOf(Failure.class);
    }
    assertThatThrownBy(
            () -> Log.append(root.resolve("content"), root.resolve("lock"), "7", "x", AT))
        .hasMessageContaining("no report '7'");
  }

  @Test
  void aReportThatLiesEncryptedIsNotMissing() throws Exception {
    Path sealed = file.resolveSibling("3648170952.md.asc");
    Files.writeString(sealed, "-----BEGIN PGP MESSAGE-----");
    assertThatThrownBy(
            () -> Log.append(root.resolve("content"), root.resolve("lock"), "3648170952", "x", AT))
        .hasMessage("the report '3648170952' lies encrypted in " + sealed)
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.help()).contains("--decrypt " + sealed));
  }

  @Test
  void nobodysLineIsLost() throws Exception {
    Files.writeString(file, Editions.report("", "## Chronology"));
    Process other =
        new ProcessBuilder(Cresset.in(root).command("log", "1000000001", "from another process"))
            .directory(root.toFile())
            .start();
    List<Callable<String>> all = new ArrayList<>();
    IntStream.range(0, 40)
        .forEach(i ->
            all.add(() ->
                Log.append(
                    root.resolve("content"),
                    root.resolve(".cresset/reports.lock"),
                    "1000000001",
                    "line " + i,
                    AT)));
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      for (Future<String> one : many.invokeAll(all)) {
        one.get();
      }
    }
    assertThat(other.waitFor()).isZero();
    assertThat(Files.readString(file).lines().filter(l -> l.startsWith("- "))).hasSize(41);
  }
}

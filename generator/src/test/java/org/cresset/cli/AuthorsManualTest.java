package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the manual for authors are a knowledge base without a problem. */
class AuthorsManualTest {
  private static final Path PAGE =
      Path.of(System.getProperty("cresset.home", "..")).resolve("docs/for-authors.md");

  /** A path in backticks, and the file below it. */
  private static final Pattern EXAMPLE =
      Pattern.compile("(?ms)^`(content/[^`]+)`\n\n```(?:markdown|yaml)\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void examplesHaveNoProblem() throws Exception {
    SortedMap<String, String> examples = examples();
    assertThat(examples.keySet())
        .as("an example of each kind")
        .anyMatch(p -> p.startsWith("content/advisories/"))
        .anyMatch(p -> p.startsWith("content/reports/"))
        .anyMatch(p -> p.startsWith("content/notices/"))
        .anyMatch(p -> p.startsWith("content/policies/"))
        .anyMatch(p -> p.startsWith("content/glossary/"))
        .anyMatch(p -> p.startsWith("content/pages/"))
        .anyMatch(p -> p.startsWith("content/constituents/"))
        .contains("content/cresset.yaml");
    write(examples);
    assertThat(check()).isEqualTo("no problems\nstatus 0");
  }

  @Test
  void aMistakeInAnExampleIsSeen() throws Exception {
    SortedMap<String, String> examples = examples();
    examples.replaceAll(
        (path, text) -> text.replace("classification: public", "classification: pulic"));
    write(examples);
    assertThat(check()).contains("error[classification-unknown]").endsWith("status 1");
  }

  private static SortedMap<String, String> examples() throws Exception {
    SortedMap<String, String> examples = new TreeMap<>();
    Matcher found = EXAMPLE.matcher(Files.readString(PAGE));
    while (found.find()) {
      examples.put(found.group(1), found.group(2));
    }
    return examples;
  }

  private void write(Map<String, String> files) throws Exception {
    GitFixture git = GitFixture.init(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      git.write(file.getKey(), file.getValue());
    }
    git.commit("The examples");
  }

  /** What {@code cresset check} prints there, and its exit status. */
  private String check() {
    InProcess.Said said = new InProcess(folder, Instant.parse("2026-11-22T00:00:00Z")).run("check");
    return said.text() + "status " + said.status();
  }
}

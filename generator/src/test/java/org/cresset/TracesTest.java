package org.cresset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cresset.edition.Edition;
import org.cresset.gate.Admission;
import org.cresset.gate.Gate;
import org.cresset.release.Releases;
import org.cresset.release.Staging;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that lets something through is caught by the last search. */
class TracesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");

  @TempDir Path root;

  @Test
  void refusesWhatTheGateShouldHaveKept() throws Exception {
    try (Releases releases = Releases.open(root.resolve("site"))) {
      Admission admission = admission();
      Traces traces = new Traces(root.resolve("noted"), admission);
      Renderers renderers = new Renderers(Workspace.of(root), new Markdown());
      Staging staging = releases.stage("public", Optional.empty(), Optional.empty());
      staging.write("about/index.html", bytes("<p>We answer at all hours.</p>"));
      traces.refuse(staging, Optional.empty(), renderers);

      staging.write("leak.html", bytes("<p>a web shell in up.php that nobody was told about</p>"));
      assertThatThrownBy(() -> traces.refuse(staging, Optional.empty(), renderers))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("leak.html shows eight words");
    }
  }

  @Test
  void saysNothingOfWhatWasWithheld() throws Exception {
    assertThat(admission().withheld()).hasToString("Withheld");
  }

  private Admission admission() throws Exception {
    write(
        "cresset.yaml",
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\n");
    write(
        "pages/about.md",
        "---\ntitle: About\nclassification: public\n---\nWe answer at all hours.\n");
    write(
        "pages/case.md",
        "---\ntitle: Case\nclassification: private\nonly: []\n---\n"
            + "There was a web shell in up.php that nobody was told about.\n");
    Workspace workspace = Workspace.of(root);
    try (Collector collector = new Collector(workspace, new Markdown())) {
      Collected collected = collector.collect(new Collector.AsTheyLie(), NOW);
      Admission admission =
          new Gate(collected.library(), collected.past())
              .admit(
                  collected.audiences(Set.of("public")).getFirst(),
                  Sites.of(collected.library().configuration(), Sites.nobody()),
                  NOW);
      Edition edition = admission.edition();
      assertThat(edition.articles()).hasSize(1);
      return admission;
    }
  }

  private void write(String path, String text) throws Exception {
    Path file = root.resolve("content").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

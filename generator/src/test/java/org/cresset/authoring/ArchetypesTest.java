package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchetypesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:14:37Z");
  private static final SecureRandom RANDOM = new SecureRandom();

  @SuppressWarnings("unused")
  private static final List<String> KINDS = Archetypes.KINDS;

  @TempDir private Path content;

  private Path create(String kind, String title) {
    return Archetypes.create(content, kind, title, Map.of(), NOW, RANDOM);
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void aNewDocumentIsADraftForTheTeamAlone(String kind) throws Exception {
    Path file = create(kind, "Patch \"now\": don't @TODAY@ wait \\ # x");
    String text = Files.readString(file);
    assertThat(text)
        .startsWith("---\n")
        .endsWith("\n")
        .doesNotContain("\r")
        .contains(
            (kind.equals("term") ? "\nterm: " : "\ntitle: ")
                + "\"Patch \\\"now\\\": don't @TODAY@ wait \\\\ # x\"\n")
        .contains("\nclassification: private\nonly: []\n")
        .containsPattern("\nstatus: draft +#");
    assertThat(text.replace("@TODAY@ wait", "")).doesNotContainPattern("@[A-Z_]+@");
    String name = file.getFileName().toString();
    assertThat(text).contains("# id: " + name.substring(0, name.length() - 3) + " ");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void idsAreDrawnByKind() {
    assertThat(content.relativize(create("advisory", "A")).toString())
        .matches("advisories/2026/csa-2026-[a-z]\\d[a-z][a-z0-9]\\.md");
    assertThat(content.relativize(create("report", "A")).toString())
        .matches("reports/2026/[1-9]\\d{9}\\.md");
    assertThat(content.relativize(create("notice", "A")).toString())
        .matches("notices/2026/ntc-2026-[a-z]\\d[a-z][a-z0-9]\\.md");
    assertThat(content.relativize(create("term", "Zürich's Größe — 2nd")).toString())
        .isEqualTo("glossary/zurichs-gro-e-2nd.md");
    assertThat(content.relativize(create("procedure", "Backup and restore")).toString())
        .isEqualTo("policies/backup-and-restore.md");
    assertThat(content.relativize(create("page", "漢字")).toString())
        .matches("pages/page-2026-[a-z]\\d[a-z][a-z0-9]\\.md");
  }

  @Test
  void drawnIdsAreUnusedAndManyCanBeDrawn() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      assertThat(names.add(create("report", "Same title").getFileName().toString())).isTrue();
    }
  }

  @Test
  void sequencesAndMinutesGoOnFromWhatIsThere() throws Exception {
    Path folder = Files.createDirectories(content.resolve("advisories/old"));
    Files.writeString(folder.resolve("a.md"), "---\nid: CSA-2026-0041\n---\n");
    Files.createDirectories(folder.resolve("csa-2026-0007"));
    Map<String, String> ids = Map.of("advisory", "sequential", "report", "YYMMDDHHMM");
    assertThat(Archetypes.create(content, "advisory", "A", ids, NOW, RANDOM).getFileName())
        .hasToString("csa-2026-0042.md");
    assertThat(Archetypes.create(content, "report", "A", ids, NOW, RANDOM).getFileName())
        .hasToString("2611220214.md");
    assertThat(Archetypes.create(content, "report", "B", ids, NOW, RANDOM).getFileName())
        .hasToString("2611220215.md");
  }

  @Test
  void anIdNeverTellsASeverityOrAnOrganisation() throws Exception {
    Path register = Files.createDirectories(content.resolve("constituents"));
    Files.writeString(register.resolve("ridge-cert.yaml"), "name: Ridge CERT\n");
    Files.writeString(register.resolve("kelpie.yaml"), "name: Kelpie\n");
    assertThat(create("policy", "Critical calls from Kelpie").getFileName())
        .hasToString("calls-from.md");
    assertThat(create("page", "Working with Ridge CERT").getFileName().toString())
        .startsWith("page-2026-");
    assertThat(create("page", "Glossary").getFileName().toString()).startsWith("page-2026-");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Path first = create("term", "Web shell");
    byte[] before = Files.readAllBytes(first);
    assertThatThrownBy(() -> create("term", "Web Shell"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("'web-shell' already");
    assertThat(Files.readAllBytes(first)).isEqualTo(before);
  }

  @Test
  void refusesWhatIsNoTitleOrKind() {
    assertThatThrownBy(() -> create("page", " ")).hasMessageContaining("title is empty");
    assertThatThrownBy(() -> create("page", "a\nb")).hasMessageContaining("<U+000A>");
    assertThatThrownBy(() -> create("page", "a\u202Eb")).hasMessageContaining("<U+202E>");
    assertThatThrownBy(() -> create("memo", "a"))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.USAGE));
    assertThat(content).isEmptyDirectory();
  }
}

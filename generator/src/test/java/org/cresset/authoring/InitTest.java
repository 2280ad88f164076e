package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cresset.problem.Failure;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:14:37Z");

  @TempDir private Path folder;

  @Test
  void fillsAFolderThatIsNotThereYet() throws Exception {
    Path dir = folder.resolve("a/b");
    Init.Result result =
        Init.init(dir, Map.of("team", "Our \"own\" CSIRT", "timezone", "Australia/Brisbane"), NOW);
    assertThat(result.kept()).isEmpty();
    assertThat(result.repository()).contains(dir.toAbsolutePath().resolve(".git"));
    assertThat(result.written())
        .contains(
            "content/cresset.yaml",
            "content/advisories/2026/csa-2026-x4c2.md",
            "content/constituents/example-university.yaml",
            ".gitignore",
            ".gitlab-ci.yml",
            ".github/workflows/cresset.yml")
        .allSatisfy(name ->
            assertThat(Files.readString(dir.resolve(name)))
                .endsWith("\n")
                .doesNotContain("\r")
                .doesNotContainPattern("@[A-Z_]+@"));
    assertThat(Files.readString(dir.resolve("content/cresset.yaml")))
        .contains("  name: \"Our \\\"own\\\" CSIRT\"\n")
        .contains("  email: \"csirt@example.org\"\n")
        .contains("  timezone: Australia/Brisbane ")
        .contains("  url: https://csirt.example.org/ ");
    assertThat(dir.resolve(".githooks/pre-commit")).isExecutable();
    assertThat(Files.readString(dir.resolve(".git/config"))).doesNotContain("hooksPath");
  }

  @Test
  void gitUnderstandsTheRepository() {
    Tool.GIT.require();
    Init.init(folder, Map.of(), NOW);
    Tool.Result status =
        Tool.run(folder, Map.of(), List.of("git", "status", "--porcelain", "--branch"));
    assertThat(status.status()).isZero();
    assertThat(status.out()).contains("## No commits yet on main").contains("?? content/");
  }

  @Test
  void aWorkTreeIsUsedAndFilesThatAreThereStay() throws Exception {
    Init.init(folder, Map.of(), NOW);
    Path inner = Files.createDirectories(folder.resolve("inner"));
    Files.writeString(inner.resolve(".gitignore"), "mine\n");
    Init.Result result = Init.init(inner, Map.of(), NOW);
    assertThat(result.repository()).isEmpty();
    assertThat(inner.resolve(".git")).doesNotExist();
    assertThat(result.kept()).containsExactly(".gitignore");
    assertThat(Files.readString(inner.resolve(".gitignore"))).isEqualTo("mine\n");
  }

  @Test
  void aKnowledgeBaseIsNeverStartedTwice() throws Exception {
    Init.init(folder, Map.of(), NOW);
    Path settings = folder.resolve("content/cresset.yaml");
    Files.writeString(settings, "changed: yes\n");
    assertThatThrownBy(() -> Init.init(folder, Map.of(), NOW))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("already");
    assertThat(Files.readString(settings)).isEqualTo("changed: yes\n");
  }

  @Test
  void afterACrashASecondRunCompletesTheFolder() throws Exception {
    Init.Result first = Init.init(folder, Map.of(), NOW);
    Files.delete(folder.resolve("content/cresset.yaml"));
    Files.delete(folder.resolve("content/pages/about.md"));
    Init.Result second = Init.init(folder, Map.of(), NOW);
    assertThat(second.written())
        .containsExactlyInAnyOrder("content/pages/about.md", "content/cresset.yaml");
    assertThat(second.kept()).hasSize(first.written().size() - 2);
  }

  @Test
  void answersAreCheckedBeforeAnythingIsWritten() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("email", "nobody"),
            Map.of("url", "javascript:alert(1)"),
            Map.of("timezone", "Mars/Olympus"),
            Map.of("team", "a\u0007b"))) {
      assertThatThrownBy(() -> Init.init(folder, wrong, NOW)).isInstanceOf(Failure.class);
    }
    assertThat(folder).isEmptyDirectory();
    assertThat(Question.ALL).allSatisfy(q -> assertThat(q.accepts(q.standard())).isTrue());
  }
}

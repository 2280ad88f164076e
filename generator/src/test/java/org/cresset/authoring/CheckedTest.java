package org.cresset.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cresset.check.Checks;
import org.cresset.check.Finding;
import org.cresset.check.Passed;
import org.cresset.document.DocumentReader;
import org.cresset.document.Library;
import org.cresset.document.LibraryReader;
import org.cresset.document.Past;
import org.cresset.document.Reading;
import org.cresset.document.Register;
import org.cresset.model.Kind;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.source.Sources;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the program writes for authors keeps the program's own rules. */
class CheckedTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:14:37Z");
  private static final Pattern OFFERED = Pattern.compile("(?m)^# (?=[a-z_]+:( |$)|  )");

  @SuppressWarnings("unused")
  private static final List<String> KINDS = Archetypes.KINDS;

  @TempDir private Path root;

  private List<Problem> errors() {
    try (Sources sources = Sources.open(root, root.resolve("content"))) {
      Library library = LibraryReader.read(sources.files());
      return Checks.run(library, Past.none(), new Markdown(), NOW, List.of(), false, Passed.NOTHING)
          .stream()
          .map(Finding::problem)
          .filter(Problem::isError)
          .toList();
    }
  }

  @Test
  void aNewKnowledgeBaseHasNoErrors() throws Exception {
    Init.init(root, Map.of(), NOW);
    assertThat(errors()).isEmpty();
    Files.writeString(root.resolve("content/pages/broken.md"), "---\ntitle: x\n---\n");
    assertThat(errors()).extracting(Problem::code).containsExactly(Code.CLASSIFICATION_MISSING);
  }

  @Test
  void newDocumentsOfEachKindHaveNoErrorsAsDrafts() {
    Init.init(root, Map.of(), NOW);
    for (String kind : Archetypes.KINDS) {
      Archetypes.create(
          root.resolve("content"),
          kind,
          "A " + kind + ": \"new\"",
          Map.of(),
          NOW,
          new SecureRandom());
    }
    assertThat(errors()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyKeyThatAnArchetypeOffersInACommentIsValid(String kind) {
    String text = new String(Archetypes.text(kind, "a", "A", NOW), StandardCharsets.UTF_8);
    int prose = text.indexOf("classification: private");
    String offered =
        text.substring(0, prose) + OFFERED.matcher(text.substring(prose)).replaceAll("");
    assertThat(offered.split("\n# ", -1).length).isLessThan(text.split("\n# ", -1).length - 5);
    Kind room =
        kind.equals("procedure")
            ? Kind.POLICY
            : Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
    Register nobody = new Register(new TreeMap<>(), new TreeMap<>());
    Reading reading =
        new DocumentReader(nobody)
            .read(room, room.folder() + "/a.md", "a.md", offered.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.document()).as(offered + reading.problems()).isPresent();
    assertThat(reading.problems().stream().filter(Problem::isError)).as(offered).isEmpty();
  }
}

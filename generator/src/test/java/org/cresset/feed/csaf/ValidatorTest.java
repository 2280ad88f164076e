package org.cresset.feed.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.testkit.Demonstration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The documents of the demonstration by the judgement of others. */
class ValidatorTest {
  @TempDir private Path folder;

  private static List<Path> documents(String edition) {
    Found found = new Found(Demonstration.tree(edition), Demonstration.SITE);
    return found.documents().stream()
        .map(f -> found.tree().resolve(Found.FOLDER).resolve(f))
        .toList();
  }

  @Test
  void theValidatorFindsNothingInWhatIsPublicAndNoErrorAnywhere() throws Exception {
    List<Path> open = documents("public");
    assertThat(open).hasSizeGreaterThan(6);
    Path bad = folder.resolve("bad.json");
    String text = Files.readString(open.getFirst());
    Files.writeString(bad, text.replace("\"version\" : \"", "\"version\" : \"9"));
    Path odd = OddAdvisories.publish(Files.createDirectories(folder.resolve("odd")));
    Found others = new Found(odd.getParent().getParent(), Demonstration.SITE);
    assertThat(others.documents()).hasSize(8);
    assertThat(others.document("2026/odd-private.json").at("/document/distribution/text").asText())
        .isEqualTo("TLP v2.0: TLP:AMBER+STRICT");
    List<Path> oddities = others.documents().stream().map(odd::resolve).toList();
    // One run for all: the validator takes seconds to start.
    List<String> found =
        Validator.findings(
            Stream.of(open, documents("staff"), oddities, List.of(bad))
                .flatMap(List::stream)
                .toList());
    assertThat(found).anyMatch(f -> f.startsWith("bad.json\terror\tmandatoryTest_6_1_16\t"));
    assertThat(found).filteredOn(f -> f.contains("\terror\t")).allMatch(f -> f.startsWith("bad."));
    List<String> names = open.stream().map(f -> f.getFileName().toString()).toList();
    assertThat(found).noneMatch(f -> names.contains(f.substring(0, f.indexOf('\t'))));
  }
}

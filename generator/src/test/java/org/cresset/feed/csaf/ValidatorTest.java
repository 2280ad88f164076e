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
  void theValidatorFindsNothingInTheDemonstration() throws Exception {
    List<Path> all =
        Stream.of("public", "staff").flatMap(edition -> documents(edition).stream()).toList();
    assertThat(documents("public")).hasSizeGreaterThan(6);
    assertThat(Validator.findings(all)).isEmpty();
  }

  @Test
  void theValidatorSeesAFault() throws Exception {
    Path good = documents("public").getFirst();
    Path bad = folder.resolve("bad.json");
    Files.writeString(
        bad, Files.readString(good).replace("\"version\" : \"", "\"version\" : \"9"));
    assertThat(Validator.findings(List.of(bad)))
        .anyMatch(f -> f.startsWith("bad.json\terror\tmandatoryTest_6_1_16\t"));
  }
}

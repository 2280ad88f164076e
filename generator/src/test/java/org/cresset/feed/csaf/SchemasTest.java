package org.cresset.feed.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.testkit.Demonstration;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OSV records, provider metadata, ROLIE and JSON feeds by the schemas of those who define them. The
 * schemas are others' and do not lie here: {@code -Dcresset.schemas=FOLDER} names where they are,
 * and without it nothing is judged (docs/formats.md).
 */
class SchemasTest {
  private static final List<String> KINDS =
      List.of("osv-schema", "provider_json_schema", "ROLIE_feed", "schemastore.org/feed.json");

  @TempDir private Path folder;

  private static List<String> judged(Path schemas, Path... trees) throws Exception {
    Path npm = Path.of(System.getProperty("cresset.home", ".."), "generator/src/test/npm");
    List<String> command =
        Stream.concat(
                Stream.of("node", "schemas.mjs", schemas.toString()),
                Stream.of(trees).map(t -> t.toAbsolutePath().toString()))
            .toList();
    Tool.Result said = Tool.run(npm.toAbsolutePath(), Map.of(), command);
    assertThat(said.status()).as(said.err()).isZero();
    return said.out().lines().toList();
  }

  @Test
  void whatOthersReadIsValid() throws Exception {
    String given = System.getProperty("cresset.schemas", "");
    Assumptions.assumeFalse(
        given.isEmpty(), "skipped: the schemas of others are not here; -Dcresset.schemas=FOLDER");
    Tool.NODE.require();
    Path schemas = Path.of(given).toAbsolutePath();
    Path odd = OddAdvisories.publish(Files.createDirectories(folder.resolve("odd")));
    List<String> said =
        judged(
            schemas,
            Demonstration.tree("public"),
            Demonstration.tree("staff"),
            odd.getParent().getParent());
    assertThat(said).hasSize(KINDS.size());
    for (String kind : KINDS) {
      assertThat(said).anyMatch(l -> l.contains(kind) && !l.endsWith("\t0"));
    }
    said.forEach(System.out::println);

    Path broken = Files.createDirectories(folder.resolve("broken"));
    Path feed = Demonstration.tree("public").resolve("feed.json");
    Files.writeString(
        broken.resolve("feed.json"), Files.readString(feed).replace("\"title\"", "\"titel\""));
    assertThat(judged(schemas, broken))
        .anyMatch(l -> l.startsWith("feed.json\t\tmust have required property 'title'"));
  }
}

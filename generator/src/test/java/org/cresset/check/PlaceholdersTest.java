package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every archetype is known by what it says where the author is to write. */
class PlaceholdersTest {
  private static final String FOUND = ": warning[text-placeholder]: ";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "advisory,final,3",
    "report,open,0",
    "report,closed,1",
    "notice,published,1",
    "policy,approved,1",
    "procedure,approved,2",
    "term,published,1",
    "page,published,1"
  })
  void inANewDocumentThatIsNoDraftAnyMore(String kind, String status, int found) throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    String path = base.run("new", kind, "A first try").text().lines().findFirst().orElseThrow();
    assertThat(base.run("check").text()).doesNotContain(FOUND);
    Path file = base.root().resolve(path);
    Files.writeString(
        file, Files.readString(file).replaceFirst("status: draft", "status: " + status));
    assertThat(base.run("check").text().lines().filter(l -> l.contains(FOUND))).hasSize(found);
  }

  @Test
  void inANewKnowledgeBase() throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath().resolve("a"));
    Path made = folder.toRealPath().resolve("b");
    base.run("init", made.toString());
    Path charter = made.resolve("content/policies/charter.md");
    Files.writeString(
        charter, Files.readString(charter).replace("status: draft", "status: approved"));
    assertThat(base.run("check", "--root", made.toString()).text().lines())
        .filteredOn(l -> l.contains(FOUND))
        .hasSize(8)
        .anyMatch(l -> l.contains("about.md"))
        .anyMatch(l -> l.contains("report-an-incident.md"));
  }
}

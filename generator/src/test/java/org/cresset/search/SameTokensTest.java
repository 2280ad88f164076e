package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cresset.json.Json;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The browser makes the same terms of a text as Lucene does. */
class SameTokensTest {
  private static final Path HOME = Path.of(System.getProperty("cresset.home", ".."));
  private static final Path SCRIPT = HOME.resolve("templates/assets/js/search-text.js");

  @TempDir Path folder;

  @Test
  void inNastyTexts() throws Exception {
    same(NastyTexts.made(20_000));
  }

  @Test
  void withEveryCharacter() throws Exception {
    same(NastyTexts.everyCharacter());
  }

  @Test
  void inStems() throws Exception {
    same(NastyTexts.endings());
  }

  @Test
  void theTableOfTheScriptIsLucenes() throws Exception {
    String script = Files.readString(SCRIPT).replaceAll("\"\\s*\\+ \"", "");
    assertThat(script).contains("\"" + new WordClasses().packed() + "\"");
  }

  private void same(List<String> texts) throws Exception {
    Tool.NODE.require();
    List<String> lines = new ArrayList<>();
    texts.forEach(t -> lines.add(Ascii.json(t)));
    Path input = folder.resolve("texts");
    Files.write(input, lines);
    List<String> command =
        List.of("node", "src/test/resources/search/tokens.js", SCRIPT.toString(), input.toString());
    Tool.Result result = Tool.run(Path.of("").toAbsolutePath(), Map.of(), command);
    assertThat(result.err()).isEmpty();
    List<String> made = result.out().lines().toList();
    assertThat(made).hasSameSizeAs(texts);
    Analysis analysis = new Analysis();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(made.get(i))
          .as("of %s", lines.get(i))
          .isEqualTo(json(analysis.tokens(texts.get(i))));
    }
  }

  private static String json(List<Token> tokens) {
    List<List<Object>> rows = new ArrayList<>();
    tokens.forEach(
        t -> rows.add(List.of(t.term(), t.form(), t.position(), t.start(), t.end(), t.code())));
    return Json.compact(rows);
  }
}

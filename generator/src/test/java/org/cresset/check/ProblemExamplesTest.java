package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.problem.Code;
import org.cresset.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule by its example, which is its page in the manual too. {@code -Dexamples=write} writes
 * what the commands print into the examples, {@code -Dmanual=write} the manual from them.
 */
class ProblemExamplesTest {
  private static final Path MANUAL = Path.of("../docs/problems.md");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Code.class)
  void anExampleFailsAsItSaysAndIsMendedAsItSays(Code code) throws Exception {
    ProblemExample example = ProblemExample.read(code);
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    Scripts.Script script = Scripts.of(code);
    example.write("before", base.root());
    script.before().in(base);
    example.write("wrong", base.root());
    script.wrong().in(base);
    String[] command = example.command().toArray(String[]::new);
    KnowledgeBase.Said wrong = base.run(command);
    if ("write".equals(System.getProperty("examples"))) {
      Files.writeString(ProblemExample.file(code), example.saying(wrong.text()));
    } else {
      assertThat(wrong.text()).isEqualTo(example.says());
    }
    assertThat(wrong.text()).contains("[" + code.id() + "]: ");
    assertThat(wrong.status()).isEqualTo(code.severity() == Severity.ERROR ? 1 : 0);
    example.write("mended", base.root());
    script.mended().in(base);
    KnowledgeBase.Said mended = base.run(command);
    assertThat(mended.text()).doesNotContain("error[", "warning[");
    assertThat(mended.status()).isZero();
  }

  @Test
  void everyRuleHasAnExampleAndEveryExampleARule() throws Exception {
    try (Stream<Path> files = Files.list(ProblemExample.FOLDER)) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      assertThat(names)
          .containsExactlyElementsOf(
              Arrays.stream(Code.values()).map(c -> c.id() + ".md").sorted().toList());
    }
  }

  @Test
  void theManualIsMadeFromTheExamples() throws Exception {
    StringBuilder manual = new StringBuilder();
    manual.append(
        """
        # What `cresset check` says

        Every rule, why it is there, a collection that breaks it, what is printed, and the same
        collection mended. `cresset.yaml` and a register with the constituents northgate and kelpie
        and the partner ridge-cert are there besides. An error keeps its document from being
        published, a warning does not. In a draft, what is merely missing is a warning.

        """);
    for (Code code : Code.values()) {
      manual.append("- [").append(code.id()).append("](#").append(code.id()).append(")\n");
    }
    for (Code code : Code.values()) {
      String page = Files.readString(ProblemExample.file(code));
      assertThat(page).startsWith("# " + code.id() + "\n");
      manual.append("\n").append(deeper(page));
    }
    if ("write".equals(System.getProperty("manual"))) {
      Files.createDirectories(MANUAL.getParent());
      Files.writeString(MANUAL, manual.toString());
    }
    assertThat(Files.readString(MANUAL))
        .as("run mvn test -Dtest=ProblemExamplesTest -Dmanual=write, then commit")
        .isEqualTo(manual.toString());
  }

  /** The page with its headings one level down; what looks like a heading in a block stays. */
  private static String deeper(String page) {
    StringBuilder out = new StringBuilder();
    boolean block = false;
    for (String line : page.lines().toList()) {
      block ^= line.equals("````");
      out.append(!block && line.startsWith("#") ? "#" : "").append(line).append('\n');
    }
    return out.toString();
  }
}

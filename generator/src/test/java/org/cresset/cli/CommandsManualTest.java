package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual's page of commands says what {@code --help} says. {@code mvn -B -q
 * -Dtest=CommandsManualTest -Dmanual=write test} writes it.
 */
class CommandsManualTest {
  private static final Path PAGE =
      Path.of(System.getProperty("cresset.home", "..")).resolve("docs/commands.md");
  private static final String EXAMPLES = "Examples?:";

  private final StringBuilder out = new StringBuilder();

  @Test
  void pageOfCommandsIsUpToDate() throws Exception {
    String page = page();
    if ("write".equals(System.getProperty("manual"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("run mvn -B -q -Dtest=CommandsManualTest -Dmanual=write test, then commit")
        .isEqualTo(page);
  }

  @Test
  void everyCommandHasAnExample() {
    String page = page();
    for (CommandLine command : leaves(cresset())) {
      String name = command.getCommandSpec().qualifiedName();
      assertThat(page).contains("## " + name + "\n").containsPattern("\n    " + name + "(?! \\[)");
    }
  }

  private String page() {
    out.setLength(0);
    CommandLine cresset = cresset();
    line("<!-- Written by CommandsManualTest from the program's own help. -->");
    line("# Commands");
    section(cresset);
    line("## Options that all commands have");
    options(cresset.getSubcommands().get("build"), true);
    leaves(cresset)
        .forEach(command -> {
          line("## " + command.getCommandSpec().qualifiedName());
          section(command);
        });
    return out.toString().stripTrailing() + "\n";
  }

  private static CommandLine cresset() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Surroundings world =
        new Surroundings(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            Map.of(),
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            Path.of(""),
            false);
    return new CommandLine(new CressetCommand(), new Commands(world));
  }

  /** The commands that do something, in the order of the help. */
  private static List<CommandLine> leaves(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(c -> c.getSubcommands().isEmpty() ? List.of(c).stream() : leaves(c).stream())
        .toList();
  }

  private void section(CommandLine command) {
    CommandLine.Model.UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    line(String.join(" ", usage.description()));
    line("    " + command.getHelp().abbreviatedSynopsis().strip());
    options(command, false);
    footer(List.of(usage.footer()));
  }

  private void options(CommandLine command, boolean common) {
    StringBuilder table = new StringBuilder();
    command.getCommandSpec().positionalParameters().stream()
        .filter(p -> !common)
        .forEach(p -> row(table, p.paramLabel(), p.description()));
    command.getCommandSpec().options().stream()
        .filter(o -> isCommon(o) == common)
        .forEach(o -> row(table, name(o), o.description()));
    if (!table.isEmpty()) {
      line("| | |\n|---|---|\n" + table.toString().stripTrailing());
    }
  }

  private static boolean isCommon(OptionSpec option) {
    return option.userObject() instanceof Field f && f.getDeclaringClass() == Common.class;
  }

  private static String name(OptionSpec option) {
    String names = String.join(", ", option.names());
    return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
  }

  private static void row(StringBuilder table, String name, String[] meaning) {
    String text = String.join(" ", meaning);
    table.append("| `").append(cell(name)).append("` | ").append(cell(text)).append(" |\n");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** Remarks, then examples; each group of lines is set as it stands in the help. */
  private void footer(List<String> lines) {
    StringBuilder group = new StringBuilder();
    for (String line : lines) {
      if (line.isEmpty() || line.matches(EXAMPLES)) {
        flush(group);
      } else {
        group.append("    ").append(line.strip()).append('\n');
      }
    }
    flush(group);
  }

  private void flush(StringBuilder group) {
    if (!group.isEmpty()) {
      boolean commands = group.toString().startsWith("    cresset ");
      line(
          commands
              ? group.toString().stripTrailing()
              : group.toString().strip().replace("\n    ", "\n"));
      group.setLength(0);
    }
  }

  private void line(String text) {
    out.append(text).append("\n\n");
  }
}

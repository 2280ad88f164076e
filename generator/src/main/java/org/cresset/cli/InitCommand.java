package org.cresset.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.authoring.Init;
import org.cresset.authoring.Question;
import org.cresset.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset init}: a new knowledge base. */
@Command(
    name = "init",
    description = "Makes a new knowledge base: settings, a page of each kind, CI templates, hooks.",
    footer = {
      "",
      "Asks a few questions in a terminal; elsewhere the standard answers hold.",
      "",
      "Examples:",
      "  cresset init knowledge",
      "  cresset init knowledge </dev/null",
    })
final class InitCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "DIR", description = "the folder, which need not exist")
  private Path folder = Path.of("");

  private final Surroundings world;

  InitCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Path dir = world.directory().resolve(folder).normalize();
    Init.Result result = Init.init(dir, answers(), common.asOf());
    if (common.json) {
      world.out().print(Json.pretty(Map.of("written", result.written(), "kept", result.kept())));
      return ExitStatus.DONE.number();
    }
    result.written().forEach(f -> world.out().println(f));
    if (!common.quiet) {
      result.kept().forEach(f -> world.out().println(f + " was there already and stays"));
      world.out().println();
      world.out().println("Next:");
      result.next().forEach(step -> world.out().println("  " + step));
    }
    return ExitStatus.DONE.number();
  }

  @SuppressForbidden
  private static Map<String, String> answers() {
    Map<String, String> answers = new TreeMap<>();
    java.io.Console console = System.console();
    if (console != null) {
      for (Question question : Question.ALL) {
        String answer = console.readLine("%s [%s]: ", question.text(), question.standard());
        while (answer != null && !answer.isBlank() && !question.accepts(answer.strip())) {
          answer = console.readLine("expected %s: ", question.expected());
        }
        answers.put(question.key(), answer == null ? "" : answer.strip());
      }
    }
    return answers;
  }
}

package org.cresset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Collector;
import org.cresset.Explaining;
import org.cresset.gate.Explanation;
import org.cresset.json.Json;
import org.cresset.problem.Problem;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset explain}: why a document is or is not in an edition. */
@Command(
    name = "explain",
    description = "Says why a document is or is not in an edition, passage by passage.",
    footer = {
      "",
      "Reads the files as they lie. For the team: the answer names what is withheld.",
      "",
      "Examples:",
      "  cresset explain csa-2026-k7f3 --edition public",
      "  cresset explain reports/4417093826 --edition constituents",
      "  cresset explain csa-2026-k7f3 --edition ridge-cert --as-of 2026-12-01T00:00Z",
    })
final class ExplainCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "ID", description = "the document, with its kind before it if need be")
  private String id = "";

  @Option(
      names = "--edition",
      paramLabel = "E",
      required = true,
      description = "the edition; constituents, partners or vendors mean all of them")
  private String edition = "";

  @Option(
      names = "--rev",
      paramLabel = "REV",
      description = "a commit instead of the files as they lie")
  private Optional<String> revision = Optional.empty();

  private final Surroundings world;

  ExplainCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Collector.State state =
        revision.<Collector.State>map(Collector.Commit::new).orElse(new Collector.AsTheyLie());
    List<Explaining.Answer> answers =
        new Explaining(common.workspace(), new Passphrase(world))
            .explain(id, edition, state, common.asOf());
    if (common.json) {
      world.out().print(Json.pretty(answers.stream().map(ExplainCommand::json).toList()));
    } else {
      answers.forEach(this::print);
    }
    return ExitStatus.DONE.number();
  }

  private static Map<String, Object> json(Explaining.Answer answer) {
    Explanation e = answer.explanation();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", e.edition());
    json.put("id", e.id().id());
    json.put("kind", e.id().kind().word());
    json.put("path", e.path());
    json.put("title", e.title());
    json.put("marking", e.marking());
    json.put("shown", e.shown());
    json.put("why", e.why());
    json.put("left_out", !answer.errors().isEmpty());
    json.put("parts", e.parts().stream().map(ExplainCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(Explanation.Part part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", part.what());
    json.put("line", part.line());
    json.put("name", part.name());
    json.put("shown", part.shown());
    json.put("why", part.why());
    return json;
  }

  private void print(Explaining.Answer answer) {
    Explanation e = answer.explanation();
    line(e.id() + " in the edition " + e.edition() + ": " + shown(e.shown()));
    line("  because     " + e.why());
    line("  " + e.path() + ": " + e.marking());
    for (Explanation.Part part : e.parts()) {
      line(
          String.format(
              Locale.ROOT,
              "  line %-6d %-10s %-9s %s: %s",
              part.line(),
              part.what(),
              part.shown() ? "shown" : "withheld",
              part.name(),
              part.why()));
    }
    for (Problem problem : answer.errors()) {
      line("  left out of a new release by error[" + problem.code().id() + "]: " + problem.found());
    }
  }

  private static String shown(boolean shown) {
    return shown ? "shown" : "not shown";
  }

  private void line(String text) {
    world.out().println(Visible.line(text));
  }
}

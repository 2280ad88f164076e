package org.cresset.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.Workspace;
import org.cresset.authoring.Log;
import org.cresset.json.Json;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset log}. */
@Command(
    name = "log",
    description = "Appends a line with the time to a report's chronology.",
    footer = {
      "",
      "The first word may say what the entry rests on (observation, assumption, hearsay, hypothesis)",
      "or what it is (detection, contact, action, handover, finding, other); a source stands in brackets.",
      "A handover also changes who controls the case. Several people may write at once.",
      "For something that happened earlier, give its time with --as-of.",
      "",
      "Examples:",
      "  cresset log 4417093826 'observation: web shell in /var/www/up.php'",
      "  cresset log 4417093826 'hearsay (site administrator): mail queue at 40,000' --as-of 2026-10-03T02:14Z",
      "  cresset log 4417093826 'handover dm -> kt'",
    })
final class LogCommand implements Callable<Integer> {
  @Mixin private final Common common;
  @Mixin private final ReportParameter report = new ReportParameter();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = "what happened, in one line")
  private List<String> text = List.of();

  private final Surroundings world;

  LogCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    workspace.mustExist();
    workspace.hideFromGit();
    String line =
        Log.append(
            workspace.content(),
            workspace.reportLock(),
            report.id,
            String.join(" ", text),
            common.asOf());
    if (common.json) {
      world.out().print(Json.pretty(new TreeMap<>(Map.of("id", report.id, "line", line))));
    } else {
      world.out().println(Visible.line(line));
    }
    return ExitStatus.DONE.number();
  }
}

package org.cresset.cli;

import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Waiting;
import org.cresset.edition.due.Due;
import org.cresset.edition.due.OpenCases;
import org.cresset.edition.due.OpenCases.Case;
import org.cresset.json.Json;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Severity;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cresset handover}. */
@Command(
    name = "handover",
    description =
        "What the next person on duty has to know: open cases, who controls them, promises.",
    footer = {
      "",
      "For each open case, the most urgent first: who holds it, when somebody was last told, by when they",
      "expect to hear again, what else was promised, and the newest entry of its chronology. It reads the",
      "files as they lie. When a case changes hands: cresset log ID 'handover dm -> kt'.",
      "",
      "Examples:",
      "  cresset handover",
      "  cresset handover --json",
    })
final class HandoverCommand implements Callable<Integer> {
  @Mixin private final Common common;

  private final Surroundings world;

  HandoverCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Instant asOf = common.asOf();
    Waiting waiting = Waiting.read(common.workspace(), asOf);
    List<Due> dues = waiting.dues();
    if (common.json) {
      world.out().print(Json.pretty(waiting.cases().stream().map(c -> json(c, dues)).toList()));
    } else {
      waiting.cases().forEach(c -> print(c, dues, asOf));
      if (waiting.cases().isEmpty() && !common.quiet) {
        world.out().println("no open case");
      }
    }
    return ExitStatus.DONE.number();
  }

  private void print(Case c, List<Due> dues, Instant now) {
    PrintStream out = world.out();
    String priority =
        c.priority() == OpenCases.NO_PRIORITY ? "no priority" : "priority " + c.priority();
    out.println(Visible.line(c.article().id().id() + "  " + c.article().title()));
    out.println(
        Visible.line(
            "  "
                + String.join(
                    ", ",
                    List.of(
                        priority,
                        c.report().severity().map(Severity::token).orElse("unknown"),
                        c.article().status().token().replace('_', ' '),
                        "held by " + c.report().controller()))));
    c.lastContact().ifPresent(t -> out.println("  last contact " + t));
    c.expected()
        .ifPresent(t ->
            out.println(
                "  next update "
                    + (c.promised() ? "promised by " : "by the targets of its priority: ")
                    + t
                    + (t.isBefore(now) ? "  LATE" : "")));
    for (Due due : of(c, dues)) {
      out.println(
          Visible.line(
              "  "
                  + DueCommand.date(due).strip()
                  + " "
                  + due.what()
                  + (due.late(now) ? "  LATE" : "")));
    }
    newest(c).ifPresent(e -> out.println(Visible.line("  newest entry " + entry(e))));
  }

  /** What waits in that case besides its next update. */
  private static List<Due> of(Case c, List<Due> dues) {
    return dues.stream()
        .filter(d -> d.kind() != Due.Kind.UPDATE)
        .filter(d -> d.document().filter(l -> l.id().equals(c.article().id())).isPresent())
        .toList();
  }

  private static Optional<ChronologyEntry> newest(Case c) {
    List<ChronologyEntry> all = c.report().chronology();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  private static String entry(ChronologyEntry e) {
    return e.at() + " " + e.basis().or(e::kind).orElse("unmarked") + ": " + e.event().markdown();
  }

  private static Map<String, Object> json(Case c, List<Due> dues) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", c.article().id().id());
    json.put("title", c.article().title());
    json.put("priority", c.report().triage().priority());
    json.put("severity", c.report().severity().map(Severity::token));
    json.put("status", c.article().status().token());
    json.put("controller", c.report().controller());
    json.put("last_contact", c.lastContact().map(Instant::toString));
    json.put("next_update", c.expected().map(Instant::toString));
    json.put("promised", c.promised());
    json.put("newest_entry", newest(c).map(HandoverCommand::entry));
    List<String> waiting = new ArrayList<>();
    of(c, dues).forEach(d -> waiting.add(DueCommand.date(d).strip() + " " + d.what()));
    json.put("waiting", waiting);
    return json;
  }
}

package org.cresset.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cresset.Waiting;
import org.cresset.edition.due.Due;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset due}. */
@Command(
    name = "due",
    description = "Lists what is due: late first, then what comes within the days asked for.",
    footer = {
      "",
      "Cases referred again, updates promised, actions, reviews, permissions and embargoes that end,",
      "retention, keys of the team and of contacts, entries of the register to be verified again,",
      "releases to be renewed, security.txt. It reads the files as they lie.",
      "",
      "Examples:",
      "  cresset due",
      "  cresset due --within 7d --json",
    })
final class DueCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(
      names = "--within",
      paramLabel = "DAYS",
      description = "how far ahead, such as 7d (default: 30d)")
  private String within = "30d";

  private final Surroundings world;

  DueCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    if (!within.matches("\\d{1,5}d?")) {
      throw new Failure(Failure.Kind.USAGE, "--within is '" + within + "'", "give days, as 30d");
    }
    Instant asOf = common.asOf();
    Instant end = asOf.plus(Duration.ofDays(Long.parseLong(within.replace("d", ""))));
    List<Due> dues =
        Waiting.read(common.workspace(), asOf).dues().stream()
            .filter(d -> d.by().isBefore(end))
            .toList();
    if (common.json) {
      world.out().print(Json.pretty(dues.stream().map(d -> json(d, asOf)).toList()));
    } else {
      dues.forEach(d -> world.out().println(Visible.line(line(d, asOf))));
      if (dues.isEmpty() && !common.quiet) {
        world.out().println("nothing is due");
      }
    }
    return ExitStatus.DONE.number();
  }

  private static String line(Due due, Instant now) {
    String document = due.document().map(l -> "  " + l.id().id() + "  " + l.title()).orElse("");
    return date(due) + (due.late(now) ? "  LATE  " : "        ") + due.what() + document;
  }

  /** The day, or the time where it is known. */
  static String date(Due due) {
    return due.wholeDay()
        ? due.by().atOffset(ZoneOffset.UTC).toLocalDate() + "       "
        : due.by().toString().substring(0, 16) + "Z";
  }

  private static Map<String, Object> json(Due due, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", due.kind().token());
    json.put("what", due.what());
    json.put("by", due.wholeDay() ? date(due).strip() : due.by().toString());
    json.put("late", due.late(now));
    due.document()
        .ifPresent(l -> {
          json.put("id", l.id().id());
          json.put("document", l.id().kind().word());
          json.put("title", l.title());
        });
    return json;
  }
}

package org.cresset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cresset.Progress;
import org.cresset.Searching;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;
import org.cresset.search.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset search}: the staff's search in the terminal. */
@Command(
    name = "search",
    description = "Searches an edition, best match first.",
    footer = {
      "",
      "Words are all wanted; \"a phrase\", prefix*, -without; fields: site: software: method: location:",
      "ip: status: severity: date: occurred: duration: keyword: cve: kind: product: id:",
      "",
      "Examples:",
      "  cresset search 'web shell site:northgate'",
      "  cresset search ip:198.51.100.0/24 --json",
      "  cresset search 'severity:critical date:2026-01..2026-06' --edition public",
    })
final class SearchCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "QUERY", arity = "1..*", description = "what is looked for")
  private List<String> query = List.of();

  @Option(names = "--edition", paramLabel = "E", description = "which edition (default: staff)")
  private String edition = "staff";

  @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: 20)")
  private int limit = 20;

  private final Surroundings world;

  SearchCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    if (limit < 1) {
      throw new Failure(Failure.Kind.USAGE, "--limit is " + limit, "give a number above 0");
    }
    Progress progress = common.progress();
    List<Hit> hits =
        new Searching(common.workspace(), progress, new Passphrase(world))
            .search(edition, String.join(" ", query), limit, common.asOf());
    progress.step(Progress.DONE);
    if (common.json) {
      world.out().print(Json.pretty(hits.stream().map(SearchCommand::json).toList()));
    } else {
      hits.forEach(this::print);
      if (hits.isEmpty() && !common.quiet) {
        world.out().println("nothing found");
      }
    }
    return ExitStatus.DONE.number();
  }

  private static Map<String, Object> json(Hit hit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", hit.id().id());
    json.put("kind", hit.id().kind().word());
    json.put("title", hit.title());
    json.put("path", hit.path());
    json.put("score", hit.score());
    json.put("snippet", hit.snippet());
    return json;
  }

  private void print(Hit hit) {
    world.out().println(Visible.line(hit.id().id() + "  " + hit.title()));
    world.out().println("    " + Visible.line(hit.snippet()));
    world.out().println("    " + hit.path());
  }
}

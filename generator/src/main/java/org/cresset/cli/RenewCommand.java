package org.cresset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cresset.Renewing;
import org.cresset.json.Json;
import org.cresset.release.Finished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset renew}: the same for longer. */
@Command(
    name = "renew",
    description = "Signs what is served again, for another period, without any change.",
    footer = {
      "",
      "A build does so by itself when less than a third of the time is left. What was altered on the",
      "disk since it was signed is not signed again (status 3).",
      "",
      "Examples:",
      "  cresset renew",
      "  cresset renew --edition public",
    })
final class RenewCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(
      names = "--edition",
      split = ",",
      paramLabel = "E",
      description = "only these editions (default: all that are served)")
  private Set<String> editions = Set.of();

  private final Surroundings world;

  RenewCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    List<Finished.Ready> renewed =
        new Renewing(common.workspace(), new Passphrase(world), common.asOfToSign())
            .renew(editions);
    if (common.json) {
      world.out().print(Json.pretty(renewed.stream().map(RenewCommand::json).toList()));
    } else {
      renewed.forEach(r -> world.out().println(line(r)));
    }
    return ExitStatus.DONE.number();
  }

  static String line(Finished.Ready r) {
    return r.edition() + ": release " + r.number() + ", valid until " + r.manifest().validUntil();
  }

  static Map<String, Object> json(Finished.Ready r) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", r.edition());
    json.put("release", r.number());
    json.put("valid_until", r.manifest().validUntil().toString());
    return json;
  }
}

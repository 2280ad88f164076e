package org.cresset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cresset.Publishing;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;
import org.cresset.release.Host;
import org.cresset.release.Manifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset publish}: a finished release handed to its host. */
@Command(
    name = "publish",
    description = "Hands finished releases to the hosts that serve them.",
    footer = {
      "",
      "Verifies each release first as a reader would; what is not genuine (status 3) or stale (6) is",
      "not sent. A folder is switched at once; rsync is not atomic; git gets the history, without force.",
      "What is there already is not sent again.",
      "",
      "Examples:",
      "  cresset publish --to /srv/www/csirt                           what a web server here serves",
      "  cresset publish --to rsync://mirror.example.org/csirt         an rsync server",
      "  cresset publish --to web@www.example.org:/srv/www/csirt       by ssh",
      "  cresset publish --to git:git@code.example.org:csirt/site.git  the history repository",
      "  cresset publish --to git                                      the remote cresset-public",
      "  cresset publish --edition staff,press --to /srv/www/{edition}",
    })
final class PublishCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Option(
      names = "--to",
      paramLabel = "HOST",
      description = "a folder, rsync://host/module/path, host:path, git:URL, or git")
  private Optional<String> to = Optional.empty();

  @Option(
      names = "--edition",
      split = ",",
      paramLabel = "E",
      description = "these editions (default: the one for anyone)")
  private Set<String> editions = Set.of();

  private final Surroundings world;

  PublishCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    String host =
        to.filter(t -> !t.isBlank() && !t.startsWith("-"))
            .orElseThrow(() ->
                new Failure(
                    Failure.Kind.USAGE,
                    to.isEmpty()
                        ? "no --to: nobody is named to publish to"
                        : "--to is '" + Host.shown(to.get()) + "'",
                    "such as --to /srv/www/csirt, --to rsync://mirror.example.org/csirt, or --to"
                        + " git:ADDRESS"));
    List<Publishing.Handed> all =
        new Publishing(common.workspace(), world.directory(), common.asOf())
            .publish(editions, host);
    if (common.json) {
      world.out().print(Json.pretty(all.stream().map(PublishCommand::json).toList()));
    } else {
      all.forEach(this::print);
    }
    return ExitStatus.DONE.number();
  }

  private void print(Publishing.Handed handed) {
    String what = handed.to().startsWith("git:") ? "branches and tags" : "files";
    String done =
        handed.sent().sent() + handed.sent().removed() == 0
            ? "there already, unchanged"
            : what + " sent: " + handed.sent().sent() + ", removed: " + handed.sent().removed();
    line(
        handed.release().edition()
            + ": release "
            + handed.release().number()
            + " to "
            + handed.to()
            + ": "
            + done);
    if (!common.quiet) {
      line("  a reader checks it so: " + check(handed));
      if (handed.signer().demonstration()) {
        line("  it is signed by a key for demonstration: readers can't rely on it");
      }
    }
  }

  private static Map<String, Object> json(Publishing.Handed handed) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", handed.release().edition());
    json.put("release", handed.release().number());
    json.put("to", handed.to());
    json.put("sent", handed.sent().sent());
    json.put("removed", handed.sent().removed());
    json.put("check", check(handed));
    return json;
  }

  private static String check(Publishing.Handed handed) {
    Manifest manifest = handed.release().manifest();
    if (handed.to().startsWith("git:")) {
      return "git clone ADDRESS DIR && git -C DIR verify-tag release/" + manifest.release();
    }
    return "cresset verify "
        + place(handed)
        + " --key "
        + handed.signer().fingerprint()
        + " --expect-site "
        + manifest.site()
        + " --expect-edition "
        + manifest.edition();
  }

  private static String place(Publishing.Handed handed) {
    boolean folder = !handed.to().contains(":");
    return folder ? handed.to() : handed.open() ? handed.release().manifest().site() : "ADDRESS";
  }

  private void line(String text) {
    world.out().println(Visible.line(text));
  }
}

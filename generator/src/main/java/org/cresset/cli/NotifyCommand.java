package org.cresset.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Notifying;
import org.cresset.Pipeline;
import org.cresset.Workspace;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset notify}. */
@Command(
    name = "notify",
    description = "Writes the signed mail that tells people of a published advisory or policy.",
    footer = {
      "",
      "Cresset sends nothing: hand the message to your mail system. Mail of a later version answers",
      "that of the version before.",
      "",
      "Examples:",
      "  cresset notify csa-2026-k7f3 --to 'Advisories <advisories@example.org>' | sendmail -t",
      "  cresset notify csa-2026-k7f3 --affected --out mail/",
      "  cresset notify disclosure --out mail/",
    })
final class NotifyCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "ID", description = "the advisory or policy")
  private String id = "";

  @Option(names = "--to", paramLabel = "ADDRESS", description = "whom it goes to; more than once")
  private List<String> to = List.of();

  @Option(names = "--edition", paramLabel = "E", description = "as which edition shows it (public)")
  private String edition = "public";

  @Option(
      names = "--affected",
      description =
          "one for each registered contact whose software it touches, and why; needs --out")
  private boolean affected;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "write a file there (default: standard output)")
  private Optional<Path> out = Optional.empty();

  private final Surroundings world;

  NotifyCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Pipeline pipeline = new Pipeline(workspace, common.progress(), new Passphrase(world));
    Notifying notifying = new Notifying(workspace, pipeline);
    if (affected) {
      affected(notifying);
    } else {
      byte[] message = notifying.message(edition, id, to, common.asOfToSign()).bytes();
      if (out.isPresent()) {
        Path file = Notifying.write(folder(), id + ".eml", message);
        if (common.json) {
          world.out().print(Json.pretty(List.of(json(file, to, List.of()))));
        } else {
          world.out().println(file);
        }
      } else {
        world.out().writeBytes(message);
      }
    }
    return ExitStatus.DONE.number();
  }

  private Path folder() {
    return world
        .directory()
        .resolve(
            out.orElseThrow(() ->
                new Failure(
                    Failure.Kind.USAGE,
                    "--affected makes a message for each contact",
                    "say where to: --out mail/")));
  }

  private static Map<String, Object> json(Path file, List<String> to, List<String> why) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("to", to);
    json.put("why", why);
    return json;
  }

  private void affected(Notifying notifying) {
    Path folder = folder();
    List<Notifying.Message> messages = notifying.affected(edition, id, common.asOfToSign());
    List<Map<String, Object>> written = new ArrayList<>();
    for (Notifying.Message message : messages) {
      Path file = Notifying.write(folder, id + "." + message.name() + ".eml", message.bytes());
      written.add(json(file, message.to(), message.why()));
      if (common.json) {
        continue;
      }
      world.out().println(Visible.line(file + "  " + String.join(", ", message.to())));
      message.why().forEach(reason -> world.out().println("    " + Visible.line(reason)));
    }
    if (common.json) {
      world.out().print(Json.pretty(written));
    } else if (messages.isEmpty() && !common.quiet) {
      world.out().println("no constituent has registered software that it touches");
    }
  }
}

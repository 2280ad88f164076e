package org.cresset.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Countersigning;
import org.cresset.Workspace;
import org.cresset.problem.Visible;
import org.cresset.release.Finished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset sign}: signs here what was built elsewhere. */
@Command(
    name = "sign",
    description =
        "Signs a tree built elsewhere, after showing what changed since the last release.",
    footer = {
      "",
      "Changes of classification come first, then changes of keys, then all others; they are read from",
      "the bytes that would be signed. Each edition is asked for: y signs it.",
      "",
      "Examples:",
      "  cresset build --unsigned              where the content is",
      "  cresset sign /media/stick/.unsigned   where the key is",
      "  cresset sign --yes                    without asking, from site/.unsigned",
    })
final class SignCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "what cresset build --unsigned made (default: SITE/.unsigned)")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--yes", description = "signs without asking")
  private boolean yes;

  @Option(names = "--gpg", description = "the key is kept by gpg-agent or on a card")
  private boolean gpg;

  private final Surroundings world;

  SignCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Path from =
        folder.map(world.directory()::resolve).orElse(workspace.site().resolve(".unsigned"));
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(world.in(), StandardCharsets.UTF_8));
    List<Finished> finished =
        new Countersigning(workspace, new Passphrase(world), gpg)
            .sign(from, common.asOfToSign(), p -> show(p) && (yes || asked(p, answers)));
    for (Finished f : finished) {
      world
          .out()
          .println(
              f instanceof Finished.Ready ready
                  ? RenewCommand.line(ready)
                  : f.edition() + ": unchanged");
    }
    return ExitStatus.DONE.number();
  }

  private boolean show(Countersigning.Proposal p) {
    String since = p.last() == 0 ? "its first release" : "since release " + p.last();
    world.out().println(p.edition() + ", as of " + p.asOf() + ", " + since + ":");
    p.changes().forEach(c -> world.out().println("  " + Visible.line(c)));
    if (p.changes().isEmpty()) {
      world.out().println("  no change");
    }
    return true;
  }

  private boolean asked(Countersigning.Proposal p, BufferedReader answers) {
    world.out().print("Sign " + p.edition() + "? [y/N] ");
    world.out().flush();
    try {
      String answer = answers.readLine();
      boolean signed = answer != null && answer.strip().equalsIgnoreCase("y");
      if (!signed) {
        world.out().println(p.edition() + ": not signed");
      }
      return signed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

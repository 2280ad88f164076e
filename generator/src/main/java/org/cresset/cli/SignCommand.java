package org.cresset.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.Countersigning;
import org.cresset.Workspace;
import org.cresset.json.Json;
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
    SortedMap<String, Map<String, Object>> shown = new TreeMap<>();
    List<Finished> finished =
        new Countersigning(workspace, new Passphrase(world), gpg)
            .sign(
                from,
                common.asOfToSign(),
                p -> {
                  shown.put(p.edition(), json(p));
                  show(p);
                  return yes || asked(p, answers);
                });
    if (common.json) {
      finished.forEach(f -> shown.computeIfPresent(f.edition(), (id, said) -> with(said, json(f))));
      world.out().print(Json.pretty(List.copyOf(shown.values())));
      return ExitStatus.DONE.number();
    }
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

  /** With --json the standard output is for programs alone; a person still reads what is signed. */
  private PrintStream talk() {
    return common.json ? world.err() : world.out();
  }

  private static Map<String, Object> json(Countersigning.Proposal p) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", p.edition());
    json.put("as_of", p.asOf().toString());
    json.put("last", p.last());
    json.put("changes", p.changes());
    json.put("result", "not signed");
    return json;
  }

  private static Map<String, Object> with(Map<String, Object> said, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(said);
    all.putAll(more);
    return all;
  }

  private static Map<String, Object> json(Finished f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("result", f instanceof Finished.Ready ? "released" : "unchanged");
    if (f instanceof Finished.Ready ready) {
      json.putAll(RenewCommand.json(ready));
    }
    return json;
  }

  private void show(Countersigning.Proposal p) {
    String since = p.last() == 0 ? "its first release" : "since release " + p.last();
    talk().println(p.edition() + ", as of " + p.asOf() + ", " + since + ":");
    p.changes().forEach(c -> talk().println("  " + Visible.line(c)));
    if (p.changes().isEmpty()) {
      talk().println("  no change");
    }
  }

  private boolean asked(Countersigning.Proposal p, BufferedReader answers) {
    talk().print("Sign " + p.edition() + "? [y/N] ");
    talk().flush();
    try {
      String answer = answers.readLine();
      boolean signed = answer != null && answer.strip().equalsIgnoreCase("y");
      if (!signed) {
        talk().println(p.edition() + ": not signed");
      }
      return signed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

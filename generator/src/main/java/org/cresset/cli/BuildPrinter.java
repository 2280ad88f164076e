package org.cresset.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.Built;
import org.cresset.Report;
import org.cresset.Workspace;
import org.cresset.check.Finding;
import org.cresset.json.Json;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.ProblemJson;
import org.cresset.problem.ProblemPrinter;
import org.cresset.problem.Span;
import org.cresset.release.Finished;

/**
 * Says what a build did. One of all editions, or of a team's among others, prints for staff. One of
 * other editions prints for each no more than its readers may know: ids instead of places, nothing
 * of other texts.
 */
final class BuildPrinter {
  /** What is so whatever the content. */
  private static final Set<Code> SURROUNDINGS = Set.of(Code.SOURCE_NOT_GIT, Code.SOURCE_SHALLOW);

  private final PrintStream out;
  private final Common common;
  private final Workspace workspace;

  BuildPrinter(PrintStream out, Common common, Workspace workspace) {
    this.out = out;
    this.common = common;
    this.workspace = workspace;
  }

  void print(Report report, boolean all) {
    boolean team = all || report.editions().stream().anyMatch(e -> e.audience().isTeam());
    List<Problem> problems = problems(report, team);
    if (common.json) {
      out.print(Json.pretty(json(report, problems)));
      return;
    }
    out.print(new ProblemPrinter(common.inColor()).text(problems));
    for (Built built : report.editions()) {
      out.println(line(built));
    }
    report.remarks().forEach(r -> out.println("warning: " + r));
    if (report.key().demonstration() && !common.quiet) {
      out.println(
          "signed with a demonstration key, "
              + report.key().grouped()
              + "; it proves nothing to anyone");
    }
  }

  private static List<Problem> problems(Report report, boolean team) {
    if (team) {
      return report.findings().stream().map(Finding::problem).toList();
    }
    Stream<Problem> surroundings =
        report.findings().stream()
            .map(Finding::problem)
            .filter(p -> SURROUNDINGS.contains(p.code()));
    Stream<Problem> texts =
        report.editions().stream()
            .flatMap(
                e -> Stream.concat(e.verdict().findings().stream(), e.verdict().holding().stream()))
            .filter(f -> f.id().isPresent())
            .map(f -> withoutPlace(f));
    return Stream.concat(surroundings, texts).distinct().sorted().toList();
  }

  /** Lines and sources of a document would tell what was cut from it. */
  private static Problem withoutPlace(Finding f) {
    Problem p = f.problem();
    boolean visible = !f.texts().isEmpty();
    return new Problem(
        visible ? p.code() : Code.HELD_BACK,
        p.severity(),
        Span.file(f.id().orElseThrow().toString()),
        visible ? p.found() : "a document of the last release that can't be read now",
        visible ? p.expected() : "one that can be shown",
        visible ? p.help() : "the team's own check says more",
        "",
        List.of());
  }

  private String line(Built built) {
    String id = built.audience().id();
    if (built.failure().isPresent()) {
      Failure why = built.failure().get();
      return id
          + ": not made, "
          + why.text()
          + (why.help().isEmpty() ? "" : "\nhelp: " + why.help());
    }
    return switch (built.finished().orElse(null)) {
      case Finished.Ready ready ->
          id
              + ": release "
              + ready.number()
              + ", "
              + ready.manifest().files().size()
              + " files, in "
              + workspace.root().relativize(workspace.site().resolve(id))
              + (ready.number() == 1 ? "; none was here before, so counting starts at 1" : "")
              + ready.damage().map(d -> "; the one before was damaged: " + d).orElse("");
      case Finished.Unchanged unchanged ->
          id + ": unchanged, release " + unchanged.current().number();
      case Finished.Sealed sealed -> sealed(id, built, sealed);
      case Finished.Waiting waiting ->
          id
              + ": waits to be signed, "
              + waiting.files()
              + " files, in "
              + workspace.root().relativize(waiting.unsigned().tree());
      case null -> id + ": held back, " + held(built);
    };
  }

  private String sealed(String id, Built built, Finished.Sealed sealed) {
    String held = built.verdict().good() ? "" : ": held back, " + held(built);
    return id
        + held
        + (sealed.changed() ? ": release " : ": unchanged, release ")
        + sealed.number()
        + ", sealed in "
        + workspace.root().relativize(workspace.site().resolve(".sealed").resolve(sealed.name()));
  }

  private static String held(Built built) {
    return built.verdict().holding().stream()
        .map(f -> f.id().map(Object::toString).orElse(""))
        .distinct()
        .sorted()
        .reduce((a, b) -> a + ", " + b)
        .map(ids -> "its last release stays, because of " + ids)
        .orElse("its last release stays");
  }

  private Map<String, Object> json(Report report, List<Problem> problems) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problems", ProblemJson.list(problems));
    json.put("signer", report.key().fingerprint());
    json.put("demonstration", report.key().demonstration());
    json.put("remarks", report.remarks());
    json.put("editions", report.editions().stream().map(BuildPrinter::json).toList());
    return json;
  }

  private static Map<String, Object> json(Built built) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", built.audience().id());
    switch (built.finished().orElse(null)) {
      case Finished.Ready ready -> {
        json.put("result", "released");
        json.put("release", ready.number());
        json.put("files", ready.manifest().files().size());
        ready.damage().ifPresent(d -> json.put("damage", d));
      }
      case Finished.Unchanged unchanged -> {
        json.put("result", "unchanged");
        json.put("release", unchanged.current().number());
      }
      case Finished.Waiting waiting -> {
        json.put("result", "unsigned");
        json.put("files", waiting.files());
      }
      case Finished.Sealed sealed -> {
        boolean good = built.verdict().good();
        json.put("result", !good ? "held back" : sealed.changed() ? "released" : "unchanged");
        json.put("release", sealed.number());
        json.put("file", sealed.name());
      }
      case null -> {
        json.put("result", built.failure().isPresent() ? "not made" : "held back");
        built.failure().ifPresent(f -> json.put("failure", f.text()));
        json.put(
            "because",
            built.verdict().holding().stream().map(f -> f.id().orElseThrow()).distinct().toList());
      }
    }
    return json;
  }
}

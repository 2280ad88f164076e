package org.cresset.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cresset.Progress;
import org.cresset.Workspace;
import org.cresset.problem.Failure;
import picocli.CommandLine.Option;

/** The options that all commands have. */
final class Common {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  @Option(names = "--root", paramLabel = "DIR", description = "the knowledge base (default: here)")
  private Optional<Path> root = Optional.empty();

  @Option(
      names = "--content",
      paramLabel = "DIR",
      description = "its documents (default: ROOT/content)")
  private Optional<Path> content = Optional.empty();

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "templates over the built-in ones (default: ROOT/templates)")
  private Optional<Path> templates = Optional.empty();

  @Option(names = "--site", paramLabel = "DIR", description = "the sites (default: ROOT/site)")
  private Optional<Path> site = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "the time of the run, such as 2026-10-03T02:14:00Z (default: SOURCE_DATE_EPOCH, or now)")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--json", description = "results as JSON")
  boolean json;

  @Option(names = "--quiet", description = "results only, no progress and no advice")
  boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (default: auto; NO_COLOR is honoured)")
  private String color = "auto";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this help")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "the version")
  private boolean version;

  private final Surroundings world;

  Common(Surroundings world) {
    this.world = world;
  }

  Workspace workspace() {
    Path base = world.directory().resolve(root.orElse(Path.of(""))).normalize();
    Workspace usual = Workspace.of(base);
    return new Workspace(
        base,
        content.map(world.directory()::resolve).orElse(usual.content()),
        templates.map(t -> List.of(world.directory().resolve(t))).orElse(usual.templates()),
        site.map(world.directory()::resolve).orElse(usual.site()));
  }

  /** The time of the run, in whole seconds; the clock is read here and nowhere else. */
  Instant asOf() {
    Instant now = world.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    if (asOf.isPresent()) {
      return parse(asOf.get());
    }
    Optional<String> epoch =
        Optional.ofNullable(world.environment().get("SOURCE_DATE_EPOCH")).filter(s -> !s.isBlank());
    if (epoch.isPresent()) {
      try {
        return Instant.ofEpochSecond(Long.parseLong(epoch.get().strip()));
      } catch (NumberFormatException | DateTimeException e) {
        throw new Failure(
            Failure.Kind.USAGE,
            "SOURCE_DATE_EPOCH is '" + epoch.get() + "'",
            "give seconds since 1970, or unset it",
            e);
      }
    }
    return now;
  }

  /** The same, for runs that sign. */
  Instant asOfToSign() {
    Instant asOf = asOf();
    if (asOf.isAfter(world.clock().instant().plus(AHEAD))) {
      throw new Failure(
          Failure.Kind.USAGE,
          "the run would be as of " + asOf + ", more than five minutes ahead of the clock",
          "only check and serve may look ahead");
    }
    return asOf;
  }

  private static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(
              text.matches(".*T\\d{2}:\\d{2}(Z|[+-].*)")
                  ? text.replaceFirst("(T\\d{2}:\\d{2})", "$1:00")
                  : text)
          .toInstant()
          .truncatedTo(ChronoUnit.SECONDS);
    } catch (DateTimeException e) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--as-of is '" + text + "'",
          "give a time with its zone, such as 2026-10-03T02:14:00Z",
          e);
    }
  }

  boolean inColor() {
    return switch (color) {
      case "always" -> true;
      case "never" -> false;
      case "auto" -> world.terminal() && !world.environment().containsKey("NO_COLOR");
      default ->
          throw new Failure(
              Failure.Kind.USAGE, "--color is '" + color + "'", "auto, always or never");
    };
  }

  Progress progress() {
    return quiet || !world.terminal() ? Progress.SILENT : new TerminalProgress(world.err());
  }
}

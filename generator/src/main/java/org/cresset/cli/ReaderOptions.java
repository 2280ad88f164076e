package org.cresset.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a reader expects of a release, and remembers. */
final class ReaderOptions {
  @Option(names = "--expect-edition", paramLabel = "E", description = "the edition that it must be")
  Optional<String> edition = Optional.empty();

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "remembers the last release seen; made if absent")
  private Optional<Path> state = Optional.empty();

  Optional<Path> state(Surroundings world) {
    return state.map(world.directory()::resolve);
  }
}

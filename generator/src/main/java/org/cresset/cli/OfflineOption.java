package org.cresset.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a new primary key goes, if not into the store. */
final class OfflineOption {
  @Option(
      names = "--offline",
      paramLabel = "DIR",
      description =
          "gets the new primary key and its revocation certificate, which the store then lacks")
  private Optional<Path> offline = Optional.empty();

  Optional<Path> folder(Surroundings world) {
    return offline.map(world.directory()::resolve);
  }
}

package org.cresset.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Option;

/** Where the primary key is, for what it alone can do. */
final class PrimaryOption {
  @Option(
      names = "--primary",
      paramLabel = "FILE",
      description = "the whole secret key, where the store lacks its primary part")
  private Optional<Path> primary = Optional.empty();

  Path file(StoredKey key, Surroundings world) {
    return primary.map(world.directory()::resolve).orElse(key.file());
  }
}

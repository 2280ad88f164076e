package org.cresset.breach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes where only the release may. */
final class WritesFiles {
  void write(Path site) throws IOException {
    Files.write(site.resolve("public/index.html"), new byte[0]);
  }
}

package org.cresset.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;

/** The verdict of sqv, Sequoia's verifier: another implementation of OpenPGP than gpg. */
public final class Sequoia {
  private Sequoia() {}

  /**
   * Whether it finds a detached signature good by a key. Needs sqv: see {@link Tool#require}.
   *
   * @param key armoured
   */
  public static boolean accepts(String key, byte[] signature, byte[] data) {
    Tool.SQV.require();
    try {
      Path dir = Files.createTempDirectory("sqv");
      Files.writeString(dir.resolve("key.asc"), key);
      Files.write(dir.resolve("data.sig"), signature);
      Files.write(dir.resolve("data"), data);
      Tool.Result said =
          Tool.run(dir, Map.of(), List.of("sqv", "--keyring", "key.asc", "data.sig", "data"));
      Trees.remove(dir);
      return said.status() == 0 && said.out().strip().matches("[0-9A-F]{40}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.cresset.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The sites of the knowledge base that comes with the program, made once for all tests of a run.
 */
public final class Demonstration {
  /** The time of its build: after every date in it but those of the embargo. */
  public static final Instant AS_OF = Instant.parse("2026-11-23T00:00:00Z");

  public static final String SITE = "https://csirt.example.org/";

  private Demonstration() {}

  /** The tree of an edition; not to be changed. */
  public static Path tree(String edition) {
    return Made.ROOT.resolve("site").resolve(edition);
  }

  private static final class Made {
    static final Path ROOT = make();
  }

  private static Path make() {
    try {
      Path root = Files.createTempDirectory("cresset-demonstration");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.remove(root)));
      Path home = Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath();
      Trees.copy(home.resolve("content"), root.resolve("content"));
      build(root);
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Publishes a folder that has a {@code content/}, as one commit. */
  public static void build(Path root) {
    GitFixture.init(root).commit("All");
    InProcess.Said said = new InProcess(root, AS_OF).run("build");
    if (said.status() != 0) {
      throw new AssertionError(said.text());
    }
  }
}

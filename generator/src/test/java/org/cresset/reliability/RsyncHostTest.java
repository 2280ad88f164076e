package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.Test;

/** {@code cresset publish} to an rsync server: only what is its own there is altered. */
class RsyncHostTest extends PublishedBase {
  @Test
  void rsyncGetsNewFilesThenChangesThenDeletions() throws Exception {
    Tool.RSYNC.require();
    Path module = Files.createDirectories(here.resolve("module"));
    try (Daemon daemon = new Daemon(here, module)) {
      String to = daemon.address() + "csirt";
      assertThat(publish(0, "--to", to))
          .contains("files sent: ", "https://csirt.example.org/ --key");
      assertThat(Trees.of(module.resolve("csirt"))).isEqualTo(served("public"));
      assertThat(publish(0, "--to", to)).contains("there already, unchanged");
      build();
      assertThat(publish(0, "--to", to)).contains("release 4").doesNotContain("removed: 0");
      assertThat(Trees.of(module.resolve("csirt"))).isEqualTo(served("public"));

      PublishTest.mode(module.resolve("csirt/index.html"), "rw-------");
      PublishTest.mode(module.resolve("csirt/glossary"), "rwxrwxrwx");
      publish(0, "--to", to);
      PublishTest.assertModes(module.resolve("csirt"));
      Files.delete(module.resolve("csirt/SHA256SUMS"));
      assertThat(publish(0, "--to", to)).contains("files sent: 1,");
      assertThat(publish(2, "--edition", "staff", "--to", to)).contains("the edition public");
      Files.createDirectories(module.resolve("blog"));
      Files.writeString(module.resolve("blog/index.html"), "Mine");
      assertThat(publish(2, "--to", daemon.address() + "blog")).contains("files of no release");
      assertThat(module.resolve("blog/index.html")).hasContent("Mine");
      assertThat(publish(5, "--to", daemon.address().replace("sites", "none") + "csirt"))
          .contains("rsync ended with status");
    }
  }

  @Test
  void rsyncLeavesAnotherWebsiteAloneAndFinishesWhatItBegan() throws Exception {
    Tool.RSYNC.require();
    Path module = Files.createDirectories(here.resolve("module"));
    try (Daemon daemon = new Daemon(here, module)) {
      String to = daemon.address() + "csirt";
      Path place = Files.createDirectories(module.resolve("csirt/keys"));
      // All of its names at the top are those of a release.
      Files.writeString(place.resolve("mine.asc"), "Mine");
      Files.writeString(place.resolveSibling("index.html"), "Mine");
      assertThat(publish(2, "--to", to)).contains("files of no release");
      Files.delete(place.resolve("mine.asc"));
      assertThat(publish(2, "--to", to)).contains("files of no release");
      assertThat(place.resolveSibling("index.html")).hasContent("Mine");
      Files.delete(place.resolveSibling("index.html"));
      Files.createSymbolicLink(place.resolveSibling("index.html"), here.resolve("mine"));
      assertThat(publish(2, "--to", to)).contains("files of no release");
      assertThat(place.resolveSibling("index.html")).isSymbolicLink();

      Files.delete(place.resolveSibling("index.html"));
      Files.copy(base.site().resolve("public/keys/team.asc"), place.resolve("team.asc"));
      Files.writeString(place.resolveSibling(".index.html.aB3dE9"), "<!doc");
      Files.createDirectories(place.resolveSibling(".~tmp~"));
      Files.writeString(place.resolveSibling(".~tmp~").resolve("SHA256SUMS"), "# cr");
      publish(0, "--to", to);
      assertThat(Trees.of(module.resolve("csirt"))).isEqualTo(served("public"));
    }
  }

  /** An rsync server on loopback with one module, {@code sites}. */
  private static final class Daemon implements AutoCloseable {
    private final Process process;
    private final int port;

    Daemon(Path work, Path module) throws Exception {
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      Path settings = work.resolve("rsyncd.conf");
      Files.writeString(
          settings,
          (System.getProperty("user.name").equals("root") ? "uid = root\ngid = root\n" : "")
              + "use chroot = no\nlog file = "
              + work.resolve("rsyncd.log")
              + "\n[sites]\npath = "
              + module
              + "\nread only = no\n");
      process =
          new ProcessBuilder(
                  "rsync",
                  "--daemon",
                  "--no-detach",
                  "--address=127.0.0.1",
                  "--port=" + port,
                  "--config=" + settings)
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("rsyncd.out").toFile())
              .start();
      List<String> ask = List.of("rsync", "--list-only", address());
      for (int i = 0; i < 100 && Tool.run(work, Map.of(), ask).status() != 0; i++) {
        Thread.sleep(50);
      }
    }

    String address() {
      return "rsync://127.0.0.1:" + port + "/sites/";
    }

    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}

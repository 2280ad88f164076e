package org.cresset.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is really full, and then is not: {@code site/} on a small file system of its own. */
class FullDiskTest {
  private static final int ENVIRONMENT = 5;

  @TempDir static Path dir;
  private static KnowledgeBase before;
  private KnowledgeBase base;

  @BeforeAll
  static void publish() {
    Assumptions.assumeTrue(
        "root".equals(System.getProperty("user.name")), "skipped: only root can mount");
    before = KnowledgeBase.published(dir.resolve("before"));
  }

  @BeforeEach
  void mount() throws IOException {
    base = before.copy(dir.resolve("full"));
    Path site = base.site();
    Files.move(site, base.root().resolve("moved"));
    Files.createDirectory(site);
    Tool.Result mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "cresset", site.toString());
    if (mounted.status() != 0) {
      Trees.remove(base.root());
    }
    Assumptions.assumeTrue(mounted.status() == 0, "skipped: no mount here: " + mounted.err());
    Trees.copy(base.root().resolve("moved/."), site);
    Trees.remove(base.root().resolve("moved"));
  }

  @AfterEach
  void unmount() {
    if (Files.exists(base.site())) {
      assertThat(run("umount", base.site().toString()).status()).isZero();
      Trees.remove(base.root());
    }
  }

  private static Tool.Result run(String... command) {
    return Tool.run(dir, Map.of(), List.of(command));
  }

  @ParameterizedTest(name = "{0} pages of memory left")
  @ValueSource(ints = {0, 2, 9})
  void staysAsItIsUntilThereIsSpace(int left) throws Exception {
    Map<String, ?> old = Faulted.served(base);
    Path filler = base.site().resolve(".filler");
    fill(filler, left);
    Tool.Result full = base.build();
    assertThat(full.status()).as(full.out() + full.err()).isEqualTo(ENVIRONMENT);
    assertThat(full.err())
        .startsWith("cresset: ")
        .contains("No space left on device")
        .contains("help: ")
        .doesNotContain("\tat ");
    assertThat(Faulted.served(base)).isEqualTo(old);
    base.assertGenuine();

    Files.delete(filler);
    Tool.Result built = base.build();
    assertThat(built.status()).as(built.out() + built.err()).isZero();
    assertThat(Faulted.served(base)).isNotEqualTo(old);
    base.assertGenuine();
  }

  /** Writes until nothing fits any more, then gives some pages back. */
  private static void fill(Path filler, int left) throws IOException {
    byte[] page = new byte[4096];
    int pages = 0;
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(page);
        pages++;
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    try (var channel =
        java.nio.channels.FileChannel.open(filler, java.nio.file.StandardOpenOption.WRITE)) {
      channel.truncate((long) (pages - left) * page.length);
    }
  }
}

package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs at once: one waits, or gives way; never do both write. */
class TwoPublishersTest {
  private static final int ENVIRONMENT = 5;

  @TempDir static Path dir;
  private static KnowledgeBase before;

  @BeforeAll
  static void publish() {
    before = KnowledgeBase.published(dir.resolve("before"));
  }

  @Test
  void givesWayToOneThatTakesLong() throws Exception {
    KnowledgeBase base = before.copy(dir.resolve("held"));
    SortedMap<String, String> old = Trees.published(base.site());
    Path file = base.site().resolve(".releases/lock");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      Tool.Result second = base.build();
      assertThat(second.status()).as(second.err()).isEqualTo(ENVIRONMENT);
      assertThat(second.err()).startsWith("cresset: another run is publishing to ");
    }
    assertThat(Trees.differences(old, Trees.published(base.site()))).isEmpty();
    assertThat(base.build().status()).isZero();
  }

  @Test
  void thePublishedIsWhatOneOfThemMakes() {
    KnowledgeBase alone = before.copy(dir.resolve("alone"));
    assertThat(alone.build().status()).isZero();
    KnowledgeBase base = before.copy(dir.resolve("both"));
    List<CompletableFuture<Tool.Result>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(base::build)).limit(3).toList();
    List<Tool.Result> ends = runs.stream().map(CompletableFuture::join).toList();
    assertThat(ends).extracting(Tool.Result::status).contains(0).isSubsetOf(0, ENVIRONMENT);
    for (Tool.Result end : ends) {
      if (end.status() == ENVIRONMENT) {
        assertThat(end.err()).contains("another run is publishing");
      }
    }
    base.assertGenuine();
    assertThat(Trees.differences(Trees.published(alone.site()), Trees.published(base.site())))
        .isEmpty();
  }

  @Test
  void firstRunsMakeOneKey() throws Exception {
    KnowledgeBase base = before.copy(dir.resolve("new"));
    Trees.remove(base.site());
    Trees.remove(base.root().resolve(".cresset"));
    List<CompletableFuture<Tool.Result>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(base::build)).limit(2).toList();
    List<Integer> ends = runs.stream().map(r -> r.join().status()).toList();
    assertThat(ends).contains(0);
    assertThat(ends).isSubsetOf(0, ENVIRONMENT);
    try (Stream<Path> keys = java.nio.file.Files.list(base.root().resolve(".cresset/keys"))) {
      assertThat(keys.filter(k -> k.toString().endsWith(".asc"))).hasSize(1);
    }
    assertThat(base.build().out()).contains("public: unchanged, release 1");
  }
}

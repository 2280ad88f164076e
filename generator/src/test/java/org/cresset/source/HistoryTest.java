package org.cresset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cresset.problem.Failure;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
  @TempDir Path dir;
  @TempDir Path caches;
  GitFixture repo;

  @BeforeEach
  void init() {
    repo = GitFixture.init(dir);
  }

  private History history(Path cache) {
    try (Sources sources = Sources.open(dir, dir.resolve("content"))) {
      return sources.history(sources.commitOf("HEAD").orElseThrow(), cache);
    }
  }

  private static List<String> subjects(History history, String path) {
    return history.of(path).stream().map(Change::subject).toList();
  }

  @Test
  void namesTheChangesOfAFileNewestFirst() throws Exception {
    repo.write("content/a.md", "one").write("content/b/c.md", "x");
    String first = repo.commit("first");
    repo.write("content/a.md", "two");
    repo.commit("second");
    repo.write("README", "elsewhere");
    repo.commit("elsewhere");
    Files.delete(dir.resolve("content/b/c.md"));
    repo.commit("removed");
    History history = history(caches.resolve("h"));
    assertThat(subjects(history, "a.md")).containsExactly("second", "first");
    assertThat(subjects(history, "b/c.md")).containsExactly("removed", "first");
    assertThat(history.of("b/c.md").getFirst().removed()).isTrue();
    assertThat(history.of("never.md")).isEmpty();
    Change oldest = history.of("a.md").getLast();
    assertThat(oldest.commit()).isEqualTo(first);
    assertThat(oldest.author()).isEqualTo("duty");
    assertThat(oldest.authored())
        .isBetween(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-10-01T01:00:00Z"));
    assertThat(oldest.blob()).isEqualTo(repo.git("rev-parse", first + ":content/a.md"));
  }

  @Test
  void aMergeCountsOnlyWhereItDiffersFromAllParents() throws Exception {
    repo.write("content/a.md", "1").write("content/b.md", "1").write("content/c.md", "1");
    repo.commit("base");
    repo.git("checkout", "-q", "-b", "side");
    repo.write("content/b.md", "side").write("content/c.md", "side");
    repo.commit("side");
    repo.git("checkout", "-q", "main");
    repo.write("content/a.md", "main").write("content/c.md", "main");
    repo.commit("main");
    repo.git("merge", "-q", "-s", "ours", "--no-commit", "side");
    repo.write("content/b.md", "side").write("content/c.md", "both");
    repo.commit("merge");
    History history = history(caches.resolve("h"));
    assertThat(subjects(history, "a.md")).containsExactly("main", "base");
    assertThat(subjects(history, "b.md")).containsExactly("side", "base");
    assertThat(subjects(history, "c.md")).containsExactly("merge", "main", "side", "base");
  }

  @Test
  void aMissingObjectIsNamed() throws Exception {
    repo.write("content/a.md", "one");
    repo.commit("first");
    String id = repo.git("rev-parse", "HEAD:content");
    repo.write("content/a.md", "two");
    repo.commit("second");
    Files.delete(dir.resolve(".git/objects").resolve(id.substring(0, 2)).resolve(id.substring(2)));
    assertThatThrownBy(() -> history(caches.resolve("h")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("object " + id + " is missing");
  }

  /** The oracle is git itself; a file of merges and edits grows between runs with a kept cache. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void agreesWithGitAndDoesNotDependOnTheCache(long seed) throws Exception {
    Random random = new Random(seed);
    Path kept = caches.resolve("kept");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 8; i++) {
        step(random, round * 8 + i);
      }
      History walked = history(caches.resolve("fresh" + round));
      History extended = history(kept);
      for (int f = 0; f < 6; f++) {
        String path = "d" + f % 2 + "/f" + f + ".md";
        assertThat(extended.of(path)).isEqualTo(walked.of(path));
        assertThat(walked.of(path).stream().map(Change::commit))
            .containsExactlyInAnyOrderElementsOf(oracle("content/" + path));
      }
    }
  }

  private void step(Random random, int n) throws Exception {
    String file = random.nextInt(6) + ".md";
    String path = "content/d" + (file.charAt(0) - '0') % 2 + "/f" + file;
    if (n > 3 && random.nextInt(3) == 0) {
      repo.git("checkout", "-q", "-b", "b" + n, "HEAD~1");
      repo.write(path, "side" + n);
      repo.commit("side" + n);
      repo.git("checkout", "-q", "main");
      repo.git("merge", "-q", "-s", "ours", "-m", "merge" + n, "b" + n);
    } else if (n > 3 && random.nextInt(5) == 0 && Files.exists(dir.resolve(path))) {
      repo.git("rm", "-q", path);
      repo.commit("remove" + n);
    } else {
      repo.write(path, "text" + n);
      repo.commit("edit" + n);
    }
  }

  private List<String> oracle(String path) {
    List<String> commits = new ArrayList<>();
    String out =
        repo.git("log", "-c", "--full-history", "--format=%x00%H", "--name-only", "--", path);
    for (String block : out.split("\0")) {
      if (block.contains("\n" + path)) {
        commits.add(block.substring(0, 40));
      }
    }
    return commits;
  }

  @Test
  void aBrokenOrForeignCacheIsHarmless() throws Exception {
    repo.write("content/a.md", "one");
    repo.commit("first");
    Path cache = caches.resolve("h");
    history(cache);
    byte[] good = Files.readAllBytes(cache);
    for (int i = 0; i < good.length; i += 7) {
      byte[] bad = good.clone();
      bad[i] ^= 0x55;
      Files.write(cache, bad);
      assertThat(subjects(history(cache), "a.md")).containsExactly("first");
    }
    Files.write(cache, new byte[3]);
    assertThat(subjects(history(cache), "a.md")).containsExactly("first");
    Files.write(cache, good);
    repo.git("commit", "-q", "--amend", "-m", "rewritten");
    assertThat(subjects(history(cache), "a.md")).containsExactly("rewritten");
  }
}

package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What readers get does not depend on what they may not see: a collection with everything and the
 * same without its private part give the same public edition, byte for byte, and the same words on
 * the terminal.
 */
class NonInterferenceTest {
  private static final long FIRST = Long.getLong("cresset.wall.seed", 1);
  private static final int CASES = Integer.getInteger("cresset.wall.cases", 12);

  @TempDir static Path keys;

  @BeforeAll
  static void oneKeyForAll() throws Exception {
    System.out.println("non-interference: " + CASES + " collections from seed " + FIRST);
    Pair pair = RandomCollection.pair(0);
    new Base(keys)
        .files(pair.history(false).getFirst().orElseThrow())
        .cresset("build", "--worktree", "--as-of", "2026-10-01T00:00:00Z");
  }

  static LongStream seeds() {
    return LongStream.range(FIRST, FIRST + CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void samePublicEdition(long seed, @TempDir Path folder) throws Exception {
    Pair pair = RandomCollection.pair(seed);
    Base whole = base(folder.resolve("whole"), pair, true);
    Base reduced = base(folder.resolve("reduced"), pair, false);
    for (int commit : steps(pair)) {
      String[] arguments = {
        "build", "--edition", "public", "--rev", "c" + commit, "--as-of", asOf(commit)
      };
      Base.Said one = whole.cresset(arguments);
      Base.Said other = reduced.cresset(arguments);
      assertThat(one).as("seed %d, commit %d", seed, commit).isEqualTo(other);
      assertThat(one.status()).isLessThan(2);
      for (String part : List.of("site/public", "site/public.git", "site/public.zip")) {
        assertThat(Base.differences(whole.tree(part), reduced.tree(part)))
            .as("%s of seed %d, commit %d", part, seed, commit)
            .isEmpty();
      }
      assertThat(whole.tree("site/public")).hasSizeGreaterThan(20);
    }
  }

  private static String asOf(int commit) {
    return Base.date(commit).plusSeconds(13L * 86_400).toString();
  }

  /** A release somewhere on the way, and one of the end. */
  private static List<Integer> steps(Pair pair) {
    List<Integer> steps = new ArrayList<>();
    if (pair.size() > 2) {
      steps.add(pair.size() / 2);
    }
    steps.add(pair.size() - 1);
    return steps;
  }

  private static Base base(Path root, Pair pair, boolean whole) throws Exception {
    Files.createDirectories(root);
    return new Base(root).commits(pair.history(whole)).keysOf(keys);
  }
}

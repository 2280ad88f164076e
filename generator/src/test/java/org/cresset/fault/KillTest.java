package org.cresset.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Thorough;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run killed at a system call that touches {@code site/} leaves each edition wholly old or wholly
 * new, with a whole history, and the next run gives what an undisturbed one gives, byte for byte.
 * {@code -Dcresset.kills=N} says at how many calls.
 */
class KillTest {
  private static final int KILLS = Thorough.cases("cresset.kills", 12, 40);
  private static final int KILLED = 128 + 9;
  private static final int FAILED = 5;

  @TempDir static Path dir;
  private static Faulted next;
  private static Faulted first;
  private static final List<Integer> killed = new ArrayList<>();

  @BeforeAll
  static void undisturbed() throws Exception {
    Strace.require();
    KnowledgeBase base = KnowledgeBase.published(dir.resolve("base"));
    next = Faulted.of(base, dir);
    KnowledgeBase empty = base.copy(dir.resolve("empty"));
    Trees.remove(empty.site());
    first = Faulted.of(empty, dir);
  }

  /** Three of four over an existing site, the others at its first release. */
  static Stream<Arguments> calls() {
    return Stream.concat(
        Strace.spread(next.calls(), KILLS - KILLS / 4).stream()
            .map(call -> Arguments.of("next", call)),
        Strace.spread(first.calls(), KILLS / 4).stream().map(call -> Arguments.of("first", call)));
  }

  @ParameterizedTest(name = "{0} release, {1}")
  @MethodSource("calls")
  void leavesOldOrNew(String release, Strace.Call call) throws Exception {
    Faulted faulted = release.equals("next") ? next : first;
    KnowledgeBase base = faulted.before().copy(dir.resolve("work"));
    try {
      Tool.Result run =
          base.build(Strace.injecting(base.cresset(), call, "signal=KILL", Path.of("/dev/null")));
      // What calls syncfs is a program of its own: the run outlives it, and gives up.
      assertThat(run.status())
          .as(run.out() + run.err())
          .isIn(0, KILLED, call.name().equals("syncfs") ? FAILED : KILLED);
      int news = faulted.assertOldOrNew(base);
      if (run.status() == KILLED) {
        killed.add(news);
      }
      faulted.assertRepaired(base);
    } finally {
      Trees.remove(base.root());
    }
  }

  @AfterAll
  static void killedBeforeAndAfterPublication() {
    if (next != null) {
      assertThat(killed).hasSizeGreaterThan(KILLS / 2).contains(0, KnowledgeBase.EDITIONS.size());
    }
  }
}

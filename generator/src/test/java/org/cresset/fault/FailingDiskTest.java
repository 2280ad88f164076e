package org.cresset.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Thorough;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that fails ends the run with status 5 and words about it; what is served stays wholly old
 * or becomes wholly new, and the next run makes up for it. {@code -Dcresset.faults=N} says at how
 * many calls of each sort.
 */
class FailingDiskTest {
  private static final int FAULTS = Thorough.cases("cresset.faults", 2, 8);
  private static final int ENVIRONMENT = 5;

  /** What a run can't do without; a folder or a link that is only tidied away it can. */
  private static final String CONTENT = "write|pwrite64|fsync|fdatasync|syncfs";

  @TempDir static Path dir;
  private static Faulted faulted;

  @BeforeAll
  static void undisturbed() throws Exception {
    Strace.require();
    faulted = Faulted.of(KnowledgeBase.published(dir.resolve("base")), dir);
  }

  private static List<Strace.Call> calls(String names) {
    return Strace.spread(
        faulted.calls().stream().filter(c -> c.name().matches(names)).toList(), FAULTS);
  }

  static Stream<Strace.Call> toTheDisk() {
    return calls("fsync|fdatasync|syncfs").stream();
  }

  /** Without openat: a thread's n-th may as well be for one of the program's own files. */
  static Stream<Strace.Call> needingSpace() {
    return Stream.concat(
        calls("write|pwrite64").stream(),
        calls("mkdir|mkdirat|rename|renameat|symlink|symlinkat|link|linkat").stream());
  }

  @ParameterizedTest(name = "EIO at {0}")
  @MethodSource("toTheDisk")
  void abortsWhereTheDiskFails(Strace.Call call) throws Exception {
    disturb(call, "error=EIO", "Input/output error");
  }

  @ParameterizedTest(name = "ENOSPC at {0}")
  @MethodSource("needingSpace")
  void abortsOrDoesWithoutWhereThereIsNoSpace(Strace.Call call) throws Exception {
    disturb(call, "error=ENOSPC", "No space left on device");
  }

  private static void disturb(Strace.Call call, String fault, String message) throws Exception {
    KnowledgeBase base = faulted.before().copy(dir.resolve("work"));
    try {
      Path log = dir.resolve("fault.log");
      Tool.Result run = base.build(Strace.injecting(base.cresset(), call, fault, log));
      if (call.name().matches(CONTENT) && Strace.injected(log, base.site())) {
        assertThat(run.status()).as(run.err()).isEqualTo(ENVIRONMENT);
      }
      int news = faulted.assertOldOrNew(base);
      if (run.status() == 0) {
        assertThat(news).isEqualTo(KnowledgeBase.EDITIONS.size());
      } else {
        assertThat(run.status()).as(run.err()).isEqualTo(ENVIRONMENT);
        assertThat(run.err()).startsWith("cresset: ").contains(message).doesNotContain("\tat ");
        assertThat(run.err().contains("nothing was published")).as(run.err()).isEqualTo(news == 0);
      }
      faulted.assertRepaired(base);
    } finally {
      Trees.remove(base.root());
    }
  }
}

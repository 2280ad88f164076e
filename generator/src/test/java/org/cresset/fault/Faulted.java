package org.cresset.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;

/**
 * A run to be disturbed: where it starts, what an undisturbed one makes of it, and by which calls.
 *
 * @param old the trees that were served before, by edition; none before a first release
 * @param fresh the trees that are served after
 * @param wanted all that is published after
 * @param calls that change something under {@code site/}
 */
record Faulted(
    KnowledgeBase before,
    Map<String, SortedMap<String, String>> old,
    Map<String, SortedMap<String, String>> fresh,
    SortedMap<String, String> wanted,
    List<Strace.Call> calls) {

  static Faulted of(KnowledgeBase before, Path work) throws IOException {
    KnowledgeBase usual = before.copy(work.resolve("usual"));
    Path log = work.resolve("usual.log");
    Tool.Result built = usual.build(Strace.logging(usual.cresset(), log));
    assertThat(built.status()).as(built.out() + built.err()).isZero();
    usual.assertGenuine();
    Faulted made =
        new Faulted(
            before,
            served(before),
            served(usual),
            Trees.published(usual.site()),
            Strace.changes(log, usual.site()));
    Trees.remove(usual.root());
    return made;
  }

  static Map<String, SortedMap<String, String>> served(KnowledgeBase base) throws IOException {
    Map<String, SortedMap<String, String>> trees = new TreeMap<>();
    for (String edition : KnowledgeBase.EDITIONS) {
      Path link = base.site().resolve(edition);
      if (Files.exists(link)) {
        trees.put(edition, Trees.of(link.toRealPath()));
      }
    }
    return trees;
  }

  /** How many editions are new; each must be wholly the old or the new one. */
  int assertOldOrNew(KnowledgeBase base) throws IOException {
    base.assertGenuine();
    Map<String, SortedMap<String, String>> now = served(base);
    int news = 0;
    for (String edition : KnowledgeBase.EDITIONS) {
      if (fresh.get(edition).equals(now.get(edition))) {
        news++;
      } else if (old.containsKey(edition)) {
        assertThat(Trees.differences(old.get(edition), now.getOrDefault(edition, new TreeMap<>())))
            .as("neither the old %s nor the new one", edition)
            .isEmpty();
      } else {
        assertThat(now).doesNotContainKey(edition);
      }
    }
    return news;
  }

  /** One more run makes up for everything. */
  void assertRepaired(KnowledgeBase base) {
    Tool.Result again = base.build();
    assertThat(again.status()).as(again.out() + again.err()).isZero();
    assertThat(Trees.differences(wanted, Trees.published(base.site()))).isEmpty();
  }
}

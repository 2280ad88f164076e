package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.MemoryBuild;
import org.cresset.testkit.Thorough;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What readers get does not depend on what they may not see, for the public, a constituent and a
 * partner: many random pairs, built in memory by the rules, verdict, gate and renderers of a build.
 * {@link NonInterferenceTest} takes a few through Git, disk, signature and terminal.
 */
class ManyPairsTest {
  private static final long FIRST = Long.getLong("cresset.wall.seed", 1);
  private static final int CASES = Thorough.cases("cresset.wall.pairs", 34, 334);

  @TempDir static Path empty;

  @ParameterizedTest
  @EnumSource(Who.class)
  void sameEdition(Who who) {
    MemoryBuild memory = new MemoryBuild(empty);
    int shown = 0;
    int held = 0;
    long differences = 0;
    long redirects = 0;
    for (long seed = FIRST; seed < FIRST + CASES; seed++) {
      Pair pair = RandomCollection.pair(seed, who);
      SortedMap<String, byte[]> before = new TreeMap<>();
      for (int commits : List.of((pair.size() + 1) / 2, pair.size())) {
        MemoryBuild.Outcome whole = build(memory, pair, true, commits, who, before);
        MemoryBuild.Outcome reduced = build(memory, pair, false, commits, who, before);
        assertThat(whole.said()).as("%s, seed %d", who, seed).isEqualTo(reduced.said());
        assertThat(whole.good()).isEqualTo(reduced.good());
        assertThat(differences(whole.files(), reduced.files()))
            .as("%s, seed %d, %d commits", who, seed, commits)
            .isEmpty();
        before = whole.good() ? whole.files() : before;
        shown += whole.files().size();
        held += whole.good() ? 0 : 1;
        differences += with("<details class=\"changed\"", whole.files());
        redirects += with("http-equiv=\"refresh\"", whole.files());
      }
    }
    System.out.println(
        "non-interference in memory, "
            + who
            + ": "
            + CASES
            + " pairs from seed "
            + FIRST
            + ", "
            + shown
            + " files, "
            + differences
            + " pages with differences of versions, "
            + redirects
            + " former addresses, "
            + held
            + " editions held back");
    assertThat(shown).isGreaterThan(CASES * 20);
    assertThat(held).isLessThan(CASES);
    assertThat(differences).as("pages with differences").isGreaterThan(CASES / 4);
    assertThat(redirects).as("former addresses").isGreaterThan(CASES / 2);
  }

  private static long with(String text, SortedMap<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(f -> f.getKey().endsWith(".html"))
        .filter(f -> new String(f.getValue(), StandardCharsets.UTF_8).contains(text))
        .count();
  }

  private static MemoryBuild.Outcome build(
      MemoryBuild memory,
      Pair pair,
      boolean whole,
      int commits,
      Who who,
      Map<String, byte[]> before) {
    List<SortedMap<String, byte[]>> history = new ArrayList<>();
    List<Instant> dates = new ArrayList<>();
    List<Optional<SortedMap<String, byte[]>>> all = pair.history(whole);
    for (int i = 0; i < commits; i++) {
      if (all.get(i).isPresent()) {
        history.add(all.get(i).get());
        dates.add(Base.date(i));
      }
    }
    Instant asOf = Base.date(commits - 1).plusSeconds(13L * 86_400);
    return memory.build(history, dates, who.edition(), asOf, before);
  }

  private static List<String> differences(
      SortedMap<String, byte[]> a, SortedMap<String, byte[]> b) {
    if (a.keySet().equals(b.keySet())
        && a.keySet().stream().allMatch(p -> Arrays.equals(a.get(p), b.get(p)))) {
      return List.of();
    }
    return Base.differences(text(a), text(b));
  }

  private static SortedMap<String, String> text(SortedMap<String, byte[]> files) {
    SortedMap<String, String> text = new TreeMap<>();
    files.forEach((path, content) -> text.put(path, new String(content, StandardCharsets.UTF_8)));
    return text;
  }
}

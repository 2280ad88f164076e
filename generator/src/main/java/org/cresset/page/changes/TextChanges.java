package org.cresset.page.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Which blocks of a text changed, with each earlier block beside the later one most like it. */
public final class TextChanges {
  /** Texts with more blocks are not compared: what they would show nobody could read. */
  private static final int MOST_BLOCKS = 2_000;

  /** Longer blocks are not compared word by word. */
  private static final int MOST_WORDS = 1_000;

  /** So many earlier blocks are looked at for the one most like a later one. */
  private static final int NEAR = 40;

  /** Share of words in common from which on two blocks are taken for one. */
  private static final double ALIKE = 0.4;

  private final List<Block> before;
  private final List<Block> after;
  private final Set<String> kept;
  private final List<Passage> passages = new ArrayList<>();

  private TextChanges(List<Block> before, List<Block> after) {
    this.before = before;
    this.after = after;
    this.kept = after.stream().map(Block::text).collect(Collectors.toCollection(HashSet::new));
    kept.retainAll(before.stream().map(Block::text).collect(Collectors.toSet()));
  }

  /** The places that changed, in the order of the later text; empty if there are too many. */
  public static Optional<List<Passage>> between(List<Block> before, List<Block> after) {
    return before.size() > MOST_BLOCKS || after.size() > MOST_BLOCKS
        ? Optional.empty()
        : Optional.of(new TextChanges(before, after).passages());
  }

  private List<Passage> passages() {
    List<String> old = before.stream().map(Block::text).toList();
    List<String> now = after.stream().map(Block::text).toList();
    for (Difference d : Difference.between(old, now)) {
      pair(before.subList(d.oldFrom(), d.oldTo()), after.subList(d.newFrom(), d.newTo()));
    }
    return passages;
  }

  /** A block that only moved is in both texts, and no change. */
  private void pair(List<Block> earlier, List<Block> later) {
    List<Block> old = earlier.stream().filter(b -> !kept.contains(b.text())).toList();
    int next = 0;
    for (Block block : later) {
      if (kept.contains(block.text())) {
        continue;
      }
      OptionalInt like = like(old.subList(next, Math.min(old.size(), next + NEAR)), block);
      if (like.isEmpty()) {
        passages.add(new Passage(block.section(), WordChanges.added(block.text())));
        continue;
      }
      int at = next + like.getAsInt();
      old.subList(next, at).forEach(this::gone);
      passages.add(
          new Passage(block.section(), WordChanges.between(old.get(at).text(), block.text())));
      next = at + 1;
    }
    old.subList(next, old.size()).forEach(this::gone);
  }

  private void gone(Block block) {
    passages.add(new Passage(block.section(), WordChanges.gone(block.text())));
  }

  private static OptionalInt like(List<Block> candidates, Block block) {
    double best = ALIKE;
    int found = -1;
    for (int i = 0; i < candidates.size(); i++) {
      double share = share(candidates.get(i).text(), block.text());
      if (share > best) {
        best = share;
        found = i;
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** How many of their words two texts have in common, from 0 to 1 (Dice's coefficient). */
  private static double share(String one, String other) {
    String[] a = WordChanges.words(one);
    String[] b = WordChanges.words(other);
    if (a.length == 0 || b.length == 0 || a.length > MOST_WORDS || b.length > MOST_WORDS) {
      return 0;
    }
    Map<String, Integer> counts = new HashMap<>();
    for (String word : a) {
      counts.merge(word, 1, Integer::sum);
    }
    int common = 0;
    for (String word : b) {
      if (counts.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 2.0 * common / (a.length + b.length);
  }
}

package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of words, by their hashes. All are looked for at once: a step costs the same however
 * many there are.
 *
 * @param <T> what a sequence stands for
 */
final class TokenTrie<T> {
  /** Where every sequence begins. */
  static final int ROOT = 0;

  /** There is no such step. */
  static final int NONE = -1;

  private long[] keys = new long[1024];
  private int[] nodes = new int[1024];
  private int used;
  private final List<List<T>> ends = new ArrayList<>(List.of(List.of()));

  void add(long[] words, T meaning) {
    int node = ROOT;
    for (long word : words) {
      int next = step(node, word);
      if (next == NONE) {
        next = ends.size();
        ends.add(List.of());
        put(key(node, word), next);
      }
      node = next;
    }
    List<T> all = new ArrayList<>(ends.get(node));
    all.add(meaning);
    ends.set(node, all);
  }

  /** The node after a word, or {@link #NONE}. */
  int step(int node, long word) {
    long key = key(node, word);
    int mask = keys.length - 1;
    for (int i = slot(key, mask); keys[i] != 0; i = (i + 1) & mask) {
      if (keys[i] == key) {
        return nodes[i];
      }
    }
    return NONE;
  }

  /** What ends at a node. */
  List<T> at(int node) {
    return ends.get(node);
  }

  private void put(long key, int node) {
    if (used * 4 > keys.length) {
      grow();
    }
    int mask = keys.length - 1;
    int i = slot(key, mask);
    while (keys[i] != 0) {
      i = (i + 1) & mask;
    }
    keys[i] = key;
    nodes[i] = node;
    used++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNodes = nodes;
    keys = new long[oldKeys.length * 2];
    nodes = Arrays.copyOf(oldNodes, oldNodes.length * 2);
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i], oldNodes[i]);
      }
    }
  }

  private static long key(int node, long word) {
    long mixed = (word + node * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    return mixed == 0 ? 1 : mixed;
  }

  private static int slot(long key, int mask) {
    return (int) (key >>> 40) & mask;
  }
}

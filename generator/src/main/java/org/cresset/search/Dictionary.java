package org.cresset.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the terms into blocks, where their keys say so, so that a changed document changes only the
 * blocks of its terms. Short postings lie in the block itself; long ones, and all positions, in
 * shards that the block names.
 */
final class Dictionary {
  /** Blocks have about so many terms. */
  private static final int BLOCK = 512;

  private static final int INLINE = 12;
  private static final int POSTINGS_SHARD = 8_192;
  private static final int POSITIONS_SHARD = 32_768;

  private final Shards shards;
  private final List<String> firsts = new ArrayList<>();
  private final StringBuilder names = new StringBuilder();
  private String previous = "";

  Dictionary(Shards shards) {
    this.shards = shards;
  }

  void add(List<Entry> entries) {
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size() || isBoundary(entries.get(i).key())) {
        block(entries.subList(from, i));
        from = i;
      }
    }
  }

  /** For each block the shortest text above the last key of the block before, up to its first. */
  List<String> firsts() {
    return firsts;
  }

  /** The names of the blocks, one after the other. */
  String names() {
    return names.toString();
  }

  private static boolean isBoundary(String key) {
    int hash = key.hashCode() * 0x9E3779B1;
    return (hash >>> 16) % BLOCK == 0;
  }

  private void block(List<Entry> entries) {
    Chain postings = new Chain(POSTINGS_SHARD);
    Chain positions = new Chain(POSITIONS_SHARD);
    Packed body = new Packed().number(entries.size());
    String last = "";
    for (Entry e : entries) {
      int shared = shared(last, e.key());
      body.number(shared).text(e.key().substring(shared)).number(e.postings().length());
      if (e.postings().length() <= INLINE) {
        body.raw(e.postings());
      } else {
        postings.add(e.postings());
      }
      body.number(e.positions().length());
      positions.add(e.positions());
      last = e.key();
    }
    String first = entries.get(0).key();
    firsts.add(first.substring(0, Math.min(first.length(), shared(previous, first) + 1)));
    previous = last;
    names.append(
        shards.packed(
            new Packed().text(postings.end()).text(positions.end()).raw(body.take()).take()));
  }

  private static int shared(String a, String b) {
    int n = 0;
    int most = Math.min(a.length(), b.length());
    while (n < most && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  /** Texts one after another in shards; the next shard begins when one is full. */
  private final class Chain {
    private final int full;
    private final StringBuilder data = new StringBuilder();
    private final StringBuilder links = new StringBuilder();

    Chain(int full) {
      this.full = full;
    }

    void add(String text) {
      if (data.length() >= full) {
        cut();
      }
      data.append(text);
    }

    String end() {
      if (!data.isEmpty()) {
        cut();
      }
      return links.toString();
    }

    private void cut() {
      links.append(shards.packed(data.toString()));
      data.setLength(0);
    }
  }
}

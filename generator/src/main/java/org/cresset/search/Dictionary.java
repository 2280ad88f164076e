package org.cresset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts the terms into blocks, where their keys say so, so that a changed document changes only the
 * blocks of its terms. Short postings lie in the block itself; long ones, and all positions, in
 * shards that the block names. Very long positions have shards of their own, each for a range of
 * documents, since a phrase needs them of few documents only.
 */
final class Dictionary {
  /** Blocks have about so many terms. */
  private static final int BLOCK = 512;

  /** Postings up to so many bytes lie in the block. */
  static final int INLINE = 12;

  private static final int POSTINGS_SHARD = 8_192;

  /** Positions from so many bytes on are cut by document. */
  static final int POSITIONS_SHARD = 49_152;

  private final Shards shards;
  private final int documents;
  private final List<String> firsts = new ArrayList<>();
  private String names = "";

  Dictionary(Shards shards, int documents) {
    this.shards = shards;
    this.documents = documents;
  }

  void add(List<Entry> entries) {
    List<List<Entry>> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= entries.size(); i++) {
      if (i == entries.size() || isBoundary(entries.get(i).key())) {
        blocks.add(entries.subList(from, i));
        from = i;
      }
    }
    String previous = "";
    for (List<Entry> block : blocks) {
      String first = block.getFirst().key();
      firsts.add(first.substring(0, Math.min(first.length(), shared(previous, first) + 1)));
      previous = block.getLast().key();
    }
    names = blocks.parallelStream().map(this::block).collect(Collectors.joining());
  }

  /** For each block the shortest text above the last key of the block before, up to its first. */
  List<String> firsts() {
    return firsts;
  }

  /** The names of the blocks, one after the other. */
  String names() {
    return names;
  }

  private static boolean isBoundary(String key) {
    int hash = key.hashCode() * 0x9E3779B1;
    return (hash >>> 16) % BLOCK == 0;
  }

  /** The name of a block's shard. */
  private String block(List<Entry> entries) {
    Chain postings = new Chain(shards, POSTINGS_SHARD);
    Chain positions = new Chain(shards, POSITIONS_SHARD);
    Packed body = new Packed().number(entries.size());
    String last = "";
    for (Entry e : entries) {
      int shared = shared(last, e.key());
      body.number(shared).text(e.key().substring(shared)).number(e.postings().length);
      if (e.postings().length <= INLINE) {
        body.raw(e.postings());
      } else {
        postings.add(e.postings());
      }
      body.number(e.positions().length);
      if (e.positions().length < POSITIONS_SHARD) {
        positions.add(e.positions());
      } else {
        inRanges(e, body);
      }
      last = e.key();
    }
    return shards.packed(
        new Packed().text(postings.end()).text(positions.end()).raw(body.take()).take());
  }

  /** How many documents a range has, a power of two, and the ranges' shards. */
  private void inRanges(Entry entry, Packed body) {
    int range = 64;
    while ((long) range * entry.positions().length < (long) POSITIONS_SHARD / 2 * documents) {
      range *= 2;
    }
    body.number(range).text(Ranges.of(entry, range, shards));
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
  private static final class Chain {
    private final Shards shards;
    private final int full;
    private final Packed data = new Packed();
    private final StringBuilder links = new StringBuilder();

    Chain(Shards shards, int full) {
      this.shards = shards;
      this.full = full;
    }

    void add(byte[] text) {
      if (data.length() >= full) {
        links.append(shards.packed(data.take()));
      }
      data.raw(text);
    }

    String end() {
      if (data.length() > 0) {
        links.append(shards.packed(data.take()));
      }
      return links.toString();
    }
  }
}

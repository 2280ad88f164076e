package org.cresset.search;

import java.util.ArrayList;
import java.util.List;

/** Brings entries to a new state of the documents: some removed, some moved, some added. */
final class Merging {
  static final int REMOVED = -1;
  private static final int NONE = Integer.MAX_VALUE;

  private final int[] moved;
  private final boolean onlyRemoved;
  private final Packed postings = new Packed();
  private final Packed positions = new Packed();
  private int last = 0;

  /**
   * @param moved the new number of each document, or {@link #REMOVED}
   */
  Merging(int[] moved) {
    this.moved = moved;
    boolean same = true;
    for (int i = 0; i < moved.length; i++) {
      same &= moved[i] == i || moved[i] == REMOVED;
    }
    this.onlyRemoved = same;
  }

  /**
   * @param old the entries before
   * @param added those of the added documents under their new numbers
   */
  List<Entry> merge(List<Entry> old, List<Entry> added) {
    List<Entry> all = new ArrayList<>(old.size() + added.size());
    int b = 0;
    for (Entry entry : old) {
      while (b < added.size() && added.get(b).key().compareTo(entry.key()) < 0) {
        all.add(added.get(b++));
      }
      boolean both = b < added.size() && added.get(b).key().equals(entry.key());
      if (both || !onlyRemoved || isTouched(entry)) {
        Entry merged = merged(entry, both ? added.get(b++) : nothing(entry.key()));
        if (!merged.isEmpty()) {
          all.add(merged);
        }
      } else {
        all.add(entry);
      }
    }
    all.addAll(added.subList(b, added.size()));
    return all;
  }

  private static Entry nothing(String key) {
    return new Entry(key, new byte[0], new byte[0], new byte[0]);
  }

  private boolean isTouched(Entry entry) {
    Unpacked in = new Unpacked(entry.postings());
    for (int doc = 0; in.hasMore(); ) {
      int step = in.number();
      doc += step >> 1;
      if (moved[doc] == REMOVED) {
        return true;
      }
      if ((step & 1) == 0) {
        in.skip((in.number() & 1) == 1 ? 1 : 0);
      }
    }
    Unpacked forms = new Unpacked(entry.forms());
    for (int doc = 0; forms.hasMore(); ) {
      doc += forms.number();
      if (moved[doc] == REMOVED) {
        return true;
      }
    }
    return false;
  }

  private Entry merged(Entry old, Entry added) {
    Posting a = new Posting(old);
    Posting b = new Posting(added);
    last = 0;
    int before = kept(a);
    int other = b.next() ? b.doc() : NONE;
    while (before != NONE || other != NONE) {
      if (before < other) {
        copy(a, before, old);
        before = kept(a);
      } else {
        copy(b, other, added);
        other = b.next() ? b.doc() : NONE;
      }
    }
    return new Entry(
        old.key(), postings.take(), positions.take(), forms(old.forms(), added.forms()));
  }

  /** The new number of the next document that is not removed. */
  private int kept(Posting old) {
    while (old.next()) {
      if (moved[old.doc()] != REMOVED) {
        return moved[old.doc()];
      }
    }
    return NONE;
  }

  private void copy(Posting posting, int doc, Entry of) {
    posting.copy(doc - last, postings, positions, of.positions());
    last = doc;
  }

  private byte[] forms(byte[] old, byte[] added) {
    Unpacked a = new Unpacked(old);
    Unpacked b = new Unpacked(added);
    last = 0;
    int before = 0;
    int other = b.hasMore() ? b.number() : NONE;
    while (a.hasMore()) {
      before += a.number();
      int doc = moved[before];
      for (; other < doc; other = b.hasMore() ? other + b.number() : NONE) {
        form(other);
      }
      if (doc != REMOVED) {
        form(doc);
      }
    }
    for (; other != NONE; other = b.hasMore() ? other + b.number() : NONE) {
      form(other);
    }
    return postings.take();
  }

  private void form(int doc) {
    postings.number(doc - last);
    last = doc;
  }
}

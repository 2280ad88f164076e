package org.cresset.search;

/** Packs what was laid out of one term. */
final class Packing {
  private final Packed postings = new Packed();
  private final Packed positions = new Packed();
  private final Packed forms = new Packed();
  private int open = -1;
  private int closed = 0;
  private int lastForm = 0;
  private int inText = 0;
  private int inTitle = 0;
  private int last = 0;

  Entry entry(String key, int[] laid, int from, int to) {
    closed = 0;
    lastForm = 0;
    for (int i = from; i < to; i++) {
      if (laid[i] >= 0) {
        place(laid[i] >> 1, (laid[i] & 1) == 1);
      } else {
        mark(-1 - laid[i]);
      }
    }
    close();
    return new Entry(key, postings.take(), positions.take(), forms.take());
  }

  private void mark(int mark) {
    if ((mark & 1) == Inverter.FORM) {
      forms.number((mark >> 1) - lastForm);
      lastForm = mark >> 1;
    } else {
      close();
      open = mark >> 1;
    }
  }

  private void place(int position, boolean title) {
    boolean first = title ? inTitle++ == 0 : inText++ == 0;
    positions.number(first ? position : position - last);
    last = position;
  }

  /** A value without places stands once in its document. */
  private void close() {
    if (open >= 0) {
      Posting.write(open - closed, inText + inTitle == 0 ? 1 : inText, inTitle, postings);
      closed = open;
      open = -1;
    }
    inText = 0;
    inTitle = 0;
  }
}

package org.cresset.search;

/**
 * Goes through an entry's documents. A document that has the term once in its text is one number:
 * twice the documents on from the one before, plus one. Any other is two or three: twice that, then
 * twice how often the text has it, plus one if the title has it too, then how often that does.
 */
final class Posting {
  private final Unpacked in;
  private final Unpacked places;
  private int doc = 0;
  private int text = 0;
  private int title = 0;
  private int from = 0;

  Posting(Entry entry) {
    this.in = new Unpacked(entry.postings());
    this.places = new Unpacked(entry.positions());
  }

  boolean next() {
    if (!in.hasMore()) {
      return false;
    }
    int step = in.number();
    doc += step >> 1;
    text = 1;
    title = 0;
    if ((step & 1) == 0) {
      int code = in.number();
      text = code >> 1;
      title = (code & 1) == 1 ? in.number() : 0;
    }
    from = places.at();
    if (places.hasMore()) {
      places.skip(text + title);
    }
    return true;
  }

  int doc() {
    return doc;
  }

  /** Writes this one under another number. */
  void copy(int step, Packed postings, Packed positions, byte[] own) {
    write(step, text, title, postings);
    positions.raw(own, from, places.at());
  }

  static void write(int step, int text, int title, Packed out) {
    if (text == 1 && title == 0) {
      out.number(2 * step + 1);
    } else {
      out.number(2 * step).number(2 * text + (title > 0 ? 1 : 0));
      if (title > 0) {
        out.number(title);
      }
    }
  }

  /** Writes the places of this one alone. */
  void places(Packed out, byte[] own) {
    out.raw(own, from, places.at());
  }
}

package org.cresset.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotes: in whole CSV their number is even. */
final class Quotes extends FilterReader {
  private boolean open;

  Quotes(Reader in) {
    super(in);
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public int read() throws IOException {
    int c = super.read();
    open ^= c == '"';
    return c;
  }

  @Override
  public int read(char[] buffer, int from, int most) throws IOException {
    int count = super.read(buffer, from, most);
    for (int i = from; i < from + count; i++) {
      open ^= buffer[i] == '"';
    }
    return count;
  }
}

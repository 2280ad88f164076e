package org.cresset.text;

import java.util.Arrays;

/** Where the lines of a text begin. */
final class Lines {
  private final String text;
  private int[] starts = new int[64];
  private int count = 1;

  Lines(String text) {
    this.text = text;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = i + 1;
    }
  }

  int count() {
    return count;
  }

  int start(int line) {
    return starts[line];
  }

  /** The end of the line, before its LF. */
  int end(int line) {
    return line + 1 < count ? starts[line + 1] - 1 : text.length();
  }

  /** The line that holds this offset. */
  int line(int offset) {
    int found = Arrays.binarySearch(starts, 0, count, offset);
    return found >= 0 ? found : -found - 2;
  }

  int column(int offset) {
    return offset - starts[line(offset)];
  }
}

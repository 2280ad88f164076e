package org.cresset.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cresset.document.Fence;

/**
 * What stands in brackets in a text, which may be the use of a link's or a footnote's definition.
 *
 * @param places the first and the last line of each, by its folded words
 */
record Labels(Map<String, Place> places) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Two indices of lines. */
  record Place(int first, int last) {}

  static Labels of(String[] lines) {
    Map<String, Place> places = new HashMap<>();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      Place here = new Place(i, i);
      int open = -1;
      for (int k = 0; k < line.length(); k++) {
        if (line.charAt(k) == '[' && (k == 0 || line.charAt(k - 1) != '\\')) {
          open = k;
        } else if (line.charAt(k) == ']' && open >= 0) {
          places.merge(
              folded(line.substring(open + 1, k)),
              here,
              (old, now) -> new Place(old.first(), now.last()));
          open = -1;
        }
      }
    }
    return new Labels(places);
  }

  /** Whether one of them stands outside a fence. */
  boolean areOutside(Fence fence, String label) {
    return places.get(folded(label)) instanceof Place place
        && (place.first() < fence.open() || place.last() > fence.close());
  }

  /** As Markdown compares labels: without regard to case, and to how many blanks there are. */
  private static String folded(String text) {
    return BLANKS.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
  }
}

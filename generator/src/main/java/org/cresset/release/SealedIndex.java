package org.cresset.release;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which sealed file is whose: a text of lines with tabs, itself sealed for the team alone.
 *
 * @param entries by edition
 */
record SealedIndex(SortedMap<String, Entry> entries) {
  /** Its name in the folder. */
  static final String NAME = "index.pgp";

  private static final String HEAD = "# edition\tfile\trelease\tas-of\tcommit";
  private static final int COLUMNS = 5;

  /**
   * One edition.
   *
   * @param release number of the release inside
   * @param asOf of the run that made the file
   * @param commit what was built; empty outside Git
   */
  record Entry(String file, int release, String asOf, String commit) {}

  SealedIndex {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** Lines that are none are passed over. */
  static SealedIndex parse(byte[] content) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(l -> !l.startsWith("#"))
        .map(l -> l.split("\t", -1))
        .filter(c -> c.length == COLUMNS && c[2].matches("[1-9][0-9]{0,8}"))
        .forEach(c -> entries.put(c[0], new Entry(c[1], Integer.parseInt(c[2]), c[3], c[4])));
    return new SealedIndex(entries);
  }

  byte[] bytes() {
    StringBuilder out = new StringBuilder(HEAD).append('\n');
    entries.forEach((edition, e) ->
        out.append(
            String.join(
                    "\t", edition, e.file(), Integer.toString(e.release()), e.asOf(), e.commit())
                + "\n"));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The same with other entries for some editions, and only of editions that there still are. */
  SealedIndex with(SortedMap<String, Entry> newer, Set<String> editions) {
    SortedMap<String, Entry> all = new TreeMap<>(entries);
    all.putAll(newer);
    all.keySet().retainAll(editions);
    return new SealedIndex(all);
  }
}

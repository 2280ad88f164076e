package org.cresset.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;

/** The index as scripts for the browser. */
final class Export {
  private static final List<Field> OF_ALL = List.of(Field.KIND, Field.SEVERITY);

  private Export() {}

  /**
   * By path from the root of the site.
   *
   * @param team whether the reader is the team, which counts by more facets
   */
  static SortedMap<String, byte[]> of(SearchIndex index, boolean team) {
    Shards shards = new Shards();
    List<Field> facets = team ? Stored.FACETS : OF_ALL;
    Columns columns = new Columns(shards, facets);
    Dictionary dictionary = new Dictionary(shards);
    Map<String, Object> root = new LinkedHashMap<>();
    try {
      List<LeafReaderContext> leaves = index.reader().leaves();
      root.put("format", 1);
      root.put("documents", index.reader().maxDoc());
      if (!leaves.isEmpty()) {
        LeafReader leaf = leaves.get(0).reader();
        columns.add(leaf);
        dictionary.add(new Postings(leaf).entries());
        root.put(Index.TEXT, statistics(leaf, Index.TEXT));
        root.put(Index.TITLE, statistics(leaf, Index.TITLE));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    root.put("columns", columns.names());
    root.put("counted", columns.counted());
    root.put("facets", columns.values());
    root.put("firsts", dictionary.firsts());
    root.put("blocks", dictionary.names());
    shards.root(root);
    return shards.files();
  }

  /** How many documents have the field, and how many terms it has in all. */
  private static List<Long> statistics(LeafReader leaf, String field) throws IOException {
    Terms terms = leaf.terms(field);
    return terms == null
        ? List.of(0L, 0L)
        : List.of((long) terms.getDocCount(), terms.getSumTotalTermFreq());
  }
}

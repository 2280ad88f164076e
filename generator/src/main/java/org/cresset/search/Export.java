package org.cresset.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToIntFunction;

/** The index as scripts for the browser. */
final class Export {
  /** Part of the key under which the scripts are kept. */
  static final int VERSION = 4;

  private static final List<Field> OF_ALL = List.of(Field.KIND, Field.SEVERITY);

  private Export() {}

  /**
   * By path from the root of the site.
   *
   * @param team whether the reader is the team, which counts by more facets
   */
  static SortedMap<String, Shards.Shard> of(Inverted index, boolean team) {
    Shards shards = new Shards();
    List<Held> documents = index.documents();
    Columns columns = new Columns(shards, team ? Stored.FACETS : OF_ALL);
    columns.add(documents);
    Dictionary dictionary = new Dictionary(shards, documents.size());
    dictionary.add(index.entries());
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", VERSION);
    root.put("documents", documents.size());
    root.put(Index.TEXT, statistics(documents, Held::textTerms));
    root.put(Index.TITLE, statistics(documents, Held::titleTerms));
    root.put("columns", columns.names());
    root.put("counted", columns.counted());
    root.put("facets", columns.values());
    root.put("firsts", dictionary.firsts());
    root.put("blocks", dictionary.names());
    shards.root(root);
    return shards.files();
  }

  /** How many documents have the field, and how many terms it has in all. */
  private static List<Long> statistics(List<Held> documents, ToIntFunction<Held> terms) {
    long having = documents.stream().filter(d -> terms.applyAsInt(d) > 0).count();
    long all = documents.stream().mapToLong(terms::applyAsInt).sum();
    return List.of(having, all);
  }
}

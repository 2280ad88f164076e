package org.cresset.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;

/** Brings an index to the state of an edition: what has not changed stays. */
final class IndexWriting {
  private static final double BUFFER_MB = 512;

  private final Documents documents;
  private final Entries entries = new Entries();

  IndexWriting(Documents documents) {
    this.documents = documents;
  }

  /**
   * One segment in the order of documents, nothing deleted in it.
   *
   * @param keys of the articles, by what their entries are made of
   * @return whether anything changed
   */
  boolean update(Directory directory, Edition edition, Function<Article, String> keys)
      throws IOException {
    Map<String, Article> wanted = new HashMap<>();
    edition.articles().values().forEach(a -> wanted.put(keys.apply(a), a));
    Set<String> present = present(directory);
    try (IndexWriter writer = new IndexWriter(directory, config())) {
      for (String key : present) {
        if (!wanted.containsKey(key)) {
          writer.deleteDocuments(new Term(Index.KEY, key));
        }
      }
      Set<String> missing = new HashSet<>(wanted.keySet());
      missing.removeAll(present);
      for (Map.Entry<String, Article> e : inOrder(wanted, missing)) {
        writer.addDocument(entries.of(documents.of(e.getValue()), e.getKey()));
      }
      boolean changed = writer.hasUncommittedChanges();
      if (changed) {
        writer.forceMerge(1);
      }
      writer.commit();
      return changed;
    }
  }

  private static List<Map.Entry<String, Article>> inOrder(
      Map<String, Article> wanted, Set<String> missing) {
    List<Map.Entry<String, Article>> added = new ArrayList<>();
    wanted.entrySet().stream().filter(e -> missing.contains(e.getKey())).forEach(added::add);
    added.sort(
        Comparator.comparing((Map.Entry<String, Article> e) -> Documents.date(e.getValue()))
            .thenComparing(e -> e.getValue().id().toString()));
    return added;
  }

  private static Set<String> present(Directory directory) throws IOException {
    Set<String> keys = new HashSet<>();
    if (!DirectoryReader.indexExists(directory)) {
      return keys;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        SortedDocValues values = leaf.reader().getSortedDocValues(Index.KEY);
        for (int i = 0; values != null && i < values.getValueCount(); i++) {
          keys.add(values.lookupOrd(i).utf8ToString());
        }
      }
    }
    return keys;
  }

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setIndexSort(new Sort(new SortField(Index.ORDER, SortField.Type.STRING)))
        .setRAMBufferSizeMB(BUFFER_MB)
        .setMergeScheduler(new SerialMergeScheduler())
        .setUseCompoundFile(false);
  }
}

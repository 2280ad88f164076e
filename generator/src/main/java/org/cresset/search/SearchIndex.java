package org.cresset.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.cresset.edition.Edition;
import org.cresset.model.MarkedText;
import org.cresset.problem.Failure;

/**
 * The index of one edition. On disk it is a cache that can be removed at any time; that of a sealed
 * edition is held in memory alone.
 */
public final class SearchIndex implements AutoCloseable {
  /** So many that have a word in their ids are looked at for the one whose id it is. */
  private static final int MOST_NAMED = 64;

  private static final Sort BEST_THEN_NEWEST =
      new Sort(SortField.FIELD_SCORE, new SortField("", SortField.Type.DOC, true));

  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  private SearchIndex(Directory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
    this.searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
  }

  /**
   * Brings the index in a folder to the state of an edition and opens it; a broken one is made
   * anew.
   *
   * @param plain the text of Markdown as a reader sees it
   * @throws Failure where the folder can't be written
   */
  public static SearchIndex build(
      Edition edition, Path folder, Function<MarkedText, String> plain) {
    try {
      Files.createDirectories(folder);
      try {
        return build(edition, FSDirectory.open(folder), plain);
      } catch (IOException | RuntimeException broken) {
        empty(folder);
        return build(edition, FSDirectory.open(folder), plain);
      }
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the search index in " + folder + " can't be written: " + e.getMessage(),
          "look at the disk and the permissions; the folder is a cache and can be removed",
          e);
    }
  }

  /** The same in memory: nothing of the edition touches a disk. */
  public static SearchIndex inMemory(Edition edition, Function<MarkedText, String> plain) {
    try {
      return build(edition, new ByteBuffersDirectory(), plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SearchIndex build(
      Edition edition, Directory directory, Function<MarkedText, String> plain) throws IOException {
    new IndexWriting(new Documents(plain)).update(directory, edition, Keys::of);
    return new SearchIndex(directory, DirectoryReader.open(directory));
  }

  /**
   * The documents that a query means, best first, equally good ones newest first; before all others
   * one whose id the query is. Where none has all of several words, those that have some.
   *
   * @param limit how many at most
   */
  public List<Hit> search(String text, int limit) {
    try {
      Query query = QueryParser.parse(text);
      List<Hit> hits = hits(query, false, limit);
      return hits.isEmpty() ? hits(query, true, limit) : namedFirst(query, hits, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Hit> namedFirst(Query query, List<Hit> hits, int limit) throws IOException {
    Query.Clause only = query.clauses().getFirst();
    boolean name = query.clauses().size() == 1 && only.field().isEmpty();
    if (!name || only.excluded() || only.form() == Query.Form.PREFIX) {
      return hits;
    }
    Query byId =
        new Query(
            List.of(
                only, new Query.Clause(false, Optional.of(Field.ID), only.text(), only.form())));
    String id = Letters.lower(only.text());
    List<Hit> first =
        hits(byId, false, MOST_NAMED).stream()
            .filter(h -> Letters.lower(h.id().id()).equals(id))
            .toList();
    return Stream.concat(first.stream(), hits.stream().filter(h -> !first.contains(h)))
        .limit(limit)
        .toList();
  }

  private List<Hit> hits(Query query, boolean any, int limit) throws IOException {
    Optional<org.apache.lucene.search.Query> wanted = new Queries(reader).of(query, any);
    if (wanted.isEmpty() || limit < 1) {
      return List.of();
    }
    TopFieldDocs top =
        searcher.search(
            wanted.get(),
            new TopFieldCollectorManager(BEST_THEN_NEWEST, limit, null, Integer.MAX_VALUE));
    Snippets snippets = new Snippets(query);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc d : top.scoreDocs) {
      Stored stored = stored(d.doc);
      float score = (Float) ((org.apache.lucene.search.FieldDoc) d).fields[0];
      String snippet = snippets.of(stored.excerpt());
      hits.add(new Hit(stored.id(), stored.title(), stored.path(), score, snippet));
    }
    return hits;
  }

  private Stored stored(int doc) throws IOException {
    var bytes = searcher.storedFields().document(doc).getBinaryValue(Index.STORED);
    return Stored.of(bytes.bytes, bytes.offset, bytes.length);
  }

  DirectoryReader reader() {
    return reader;
  }

  @Override
  public void close() {
    try {
      reader.close();
      directory.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          Files.delete(file);
        }
      }
    }
  }
}

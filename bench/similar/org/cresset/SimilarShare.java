package org.cresset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.seen.SeenIndex;
import org.cresset.edition.similar.Similar;
import org.cresset.edition.similar.SimilarIncidents;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.text.Markdown;

/** How many of the five most similar incidents agree in method and asset; see bench/README.md. */
public final class SimilarShare {
  private static final int SAMPLE = 200;
  private static final int TOP = 5;

  private final List<Article> all;

  private SimilarShare(List<Article> all) {
    this.all = all;
  }

  public static void main(String[] arguments) throws Exception {
    Instant asOf = Instant.parse("2026-11-22T00:00:00Z");
    try (Collector collector = new Collector(Workspace.of(Path.of(arguments[0])), new Markdown())) {
      Collected read = collector.read(new Collector.AsTheyLie(), asOf);
      Audience team = new Audience("staff", new Audience.Team(), false);
      Edition edition =
          new Gate(read.library(), read.past())
              .admit(team, Sites.of(read.library().configuration(), Sites.nobody()), asOf)
              .edition();
      new SimilarShare(edition.of(Kind.REPORT)).measure(edition);
    }
  }

  private void measure(Edition edition) throws Exception {
    List<Article> sample = new ArrayList<>(all);
    sample.removeIf(a -> methods(a).isEmpty() || assets(a).isEmpty());
    Random random = new Random(1);
    Collections.shuffle(sample, random);
    sample = sample.subList(0, Math.min(SAMPLE, sample.size()));
    System.out.printf(
        Locale.ROOT,
        "%d of %d incidents; share of the top five that agree in method and asset:%n",
        sample.size(), all.size());
    SimilarIncidents similar = SimilarIncidents.of(edition, SeenIndex.of(edition));
    say("similar incidents, as the page shows them", sample, a ->
        similar.to(a, TOP).stream().map(Similar::article).toList());
    IndexReader index = DirectoryReader.open(indexed());
    MoreLikeThis like = new MoreLikeThis(index);
    like.setFieldNames(new String[] {"text"});
    like.setAnalyzer(new EnglishAnalyzer());
    say("MoreLikeThis, its defaults", sample, a -> byText(index, a, like));
    like.setMinTermFreq(1);
    like.setMinDocFreq(2);
    say("MoreLikeThis, every word counts", sample, a -> byText(index, a, like));
    say("by chance", sample, a ->
        random.ints(0, all.size()).mapToObj(all::get).filter(b -> b != a).limit(TOP).toList());
  }

  private static void say(String what, List<Article> sample, Function<Article, List<Article>> five) {
    double sum = sample.stream().mapToDouble(a -> share(a, five.apply(a))).sum();
    System.out.printf(Locale.ROOT, "  %-42s %.3f%n", what, sum / sample.size());
  }

  private static double share(Article a, List<Article> five) {
    return five.stream()
            .filter(b -> meet(methods(a), methods(b)) && meet(assets(a), assets(b)))
            .count()
        / (double) TOP;
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static Set<String> methods(Article a) {
    return new TreeSet<>(((Details.Report) a.details()).methods());
  }

  /** The import keeps the varieties of assets, such as "S - Web application", as keywords. */
  private static Set<String> assets(Article a) {
    Set<String> assets = new TreeSet<>(a.keywords());
    assets.removeIf(k -> !k.matches("[A-Z]{1,2} - .*"));
    return assets;
  }

  /** What people wrote: the title and the body before the table of the record's fields. */
  private static String text(Article a) {
    return a.title() + "\n" + a.body().markdown().split("## What the record says", 2)[0];
  }

  private Directory indexed() throws Exception {
    Directory directory = new ByteBuffersDirectory();
    FieldType type = new FieldType(TextField.TYPE_NOT_STORED);
    type.setStoreTermVectors(true);
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
      for (Article a : all) {
        Document document = new Document();
        document.add(new Field("text", text(a), type));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    return directory;
  }

  /** Those whose title and summary Lucene finds most like its own. */
  private List<Article> byText(IndexReader index, Article a, MoreLikeThis like) {
    try {
      int id = all.indexOf(a);
      List<Article> found = new ArrayList<>();
      for (ScoreDoc hit : new IndexSearcher(index).search(like.like(id), TOP + 1).scoreDocs) {
        if (hit.doc != id && found.size() < TOP) {
          found.add(all.get(hit.doc));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

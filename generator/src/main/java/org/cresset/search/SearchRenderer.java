package org.cresset.search;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.Version;
import org.cresset.model.MarkedText;
import org.cresset.problem.Problems;

/**
 * Makes the scripts under {@code search/} that let a browser search an edition without a server.
 * Not for several editions at once.
 */
public final class SearchRenderer implements Renderer {
  /** What differs in less than this part of the documents is not written again. */
  private static final int PART = 100;

  private final Path cache;
  private final Function<MarkedText, String> plain;
  private final Shared shared;

  /**
   * @param cache the folder of all editions' indexes, which can be removed at any time
   * @param plain the text of Markdown as a reader sees it
   */
  public SearchRenderer(Path cache, Function<MarkedText, String> plain) {
    this.cache = cache;
    this.plain = plain;
    this.shared = new Shared(plain);
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    boolean team = edition.audience().isTeam();
    if (edition.audience().sealed()) {
      SortedMap<String, Article> articles = new ConcurrentSkipListMap<>();
      edition.articles().values().parallelStream().forEach(a -> articles.put(Keys.of(a), a));
      write(Export.of(brought(Inverted.EMPTY, articles), team), out);
      return;
    }
    ExportCache kept = new ExportCache(folder(edition, "scripts"));
    SortedMap<String, Article> articles = byKey(edition, kept);
    String state =
        Keys.digest(Version.build() + " " + team + " " + String.join(" ", articles.keySet()));
    Optional<SortedMap<String, String>> known = kept.scripts(state);
    if (known.isPresent()) {
      Again again = new Again(() -> Export.of(brought(kept.read(), articles), team));
      known.get().forEach((p, digest) -> out.write(p, digest, () -> again.script(p)));
      return;
    }
    Inverted before = kept.read();
    Inverted index = brought(before, articles);
    SortedMap<String, Shards.Shard> scripts = Export.of(index, team);
    write(scripts, out);
    boolean near = before.differing(articles.keySet()) * PART < articles.size();
    kept.keep(state, near ? Optional.empty() : Optional.of(index), scripts);
  }

  /** An article's own digest, which others need too, spares the making of its key. */
  private static SortedMap<String, Article> byKey(Edition edition, ExportCache kept) {
    Map<String, String> known = kept.keys();
    Map<String, String> now = new ConcurrentHashMap<>();
    SortedMap<String, Article> articles = new ConcurrentSkipListMap<>();
    edition.articles().values().parallelStream()
        .forEach(a -> {
          String digest = edition.digests().of(a);
          String key = known.containsKey(digest) ? known.get(digest) : Keys.of(a);
          now.put(digest, key);
          articles.put(key, a);
        });
    long fresh = now.keySet().stream().filter(digest -> !known.containsKey(digest)).count();
    if (fresh * PART > now.size()) {
      kept.keep(now);
    }
    return articles;
  }

  private Inverted brought(Inverted index, Map<String, Article> articles) {
    return index.with(articles, shared::of, shared.lexicon());
  }

  private static void write(SortedMap<String, Shards.Shard> scripts, SiteWriter out) {
    scripts.forEach((path, shard) -> out.write(path, shard.digest(), shard::script));
  }

  /** Lucene's index of an edition, brought to its state. */
  public SearchIndex open(Edition edition) {
    return edition.audience().sealed()
        ? SearchIndex.inMemory(edition, plain)
        : SearchIndex.build(edition, folder(edition, "lucene"), plain);
  }

  private Path folder(Edition edition, String of) {
    return cache.resolve(edition.audience().id()).resolve(of);
  }
}

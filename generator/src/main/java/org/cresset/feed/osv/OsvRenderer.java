package org.cresset.feed.osv;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cresset.edition.Article;
import org.cresset.edition.ArticleDigests;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Formats;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.Version;
import org.cresset.json.Json;
import org.cresset.model.Kind;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;

/**
 * The OSV records of an edition, each signed, and what the exports of osv.dev have beside them:
 * {@code osv/all.zip}, all records as one signed file, and {@code osv/modified_id.csv}, which lists
 * the time of the last change and the id, the newest first.
 */
public final class OsvRenderer implements Renderer {
  private static final Comparator<Article> NEWEST =
      Comparator.comparing((Article a) -> a.versions().current())
          .reversed()
          .thenComparing(Article::id);

  private final Markdown markdown;

  public OsvRenderer(Markdown markdown) {
    this.markdown = markdown;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    List<Article> listed =
        edition.of(Kind.ADVISORY).stream()
            .filter(a -> Formats.osv(a).isPresent())
            .sorted(NEWEST)
            .toList();
    if (listed.isEmpty()) {
      return;
    }
    ArticleDigests digests = edition.digests();
    String common = Digests.of(Version.build(), edition.site());
    OsvRecord records = new OsvRecord(edition.site(), markdown);
    Map<String, byte[]> made = new ConcurrentHashMap<>();
    Function<Article, byte[]> record =
        article -> made.computeIfAbsent(name(article), n -> bytes(records, article));
    listed.parallelStream()
        .forEach(article -> {
          String path = Formats.osv(article).orElseThrow();
          out.write(path, Digests.of(common, digests.of(article)), () -> record.apply(article));
          out.sign(path);
        });
    String list = listed.stream().map(OsvRenderer::line).collect(Collectors.joining());
    out.write("osv/modified_id.csv", list.getBytes(StandardCharsets.UTF_8));
    String inputs = Digests.of(common, listed.stream().map(digests::of).toList());
    out.write("osv/all.zip", inputs, () -> archive(listed, record));
    out.sign("osv/all.zip");
  }

  private static byte[] archive(List<Article> listed, Function<Article, byte[]> record) {
    SortedMap<String, byte[]> records = new TreeMap<>();
    listed.forEach(article -> records.put(name(article), record.apply(article)));
    return OsvArchive.of(records);
  }

  private static byte[] bytes(OsvRecord records, Article article) {
    return Json.pretty(records.of(article)).getBytes(StandardCharsets.UTF_8);
  }

  private static String name(Article article) {
    return Formats.osvId(article) + ".json";
  }

  private static String line(Article article) {
    return article.versions().current() + "," + Formats.osvId(article) + "\n";
  }
}

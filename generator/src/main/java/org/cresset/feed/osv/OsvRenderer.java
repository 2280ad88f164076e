package org.cresset.feed.osv;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Formats;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
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
    OsvRecord records = new OsvRecord(edition.site(), markdown);
    SortedMap<String, byte[]> made = new TreeMap<>();
    StringBuilder list = new StringBuilder();
    for (Article article : listed) {
      String path = Formats.osv(article).orElseThrow();
      byte[] json = Json.pretty(records.of(article)).getBytes(StandardCharsets.UTF_8);
      out.write(path, json);
      out.sign(path);
      made.put(Formats.osvId(article) + ".json", json);
      list.append(article.versions().current()).append(',');
      list.append(Formats.osvId(article)).append('\n');
    }
    if (!listed.isEmpty()) {
      out.write("osv/modified_id.csv", list.toString().getBytes(StandardCharsets.UTF_8));
      out.write("osv/all.zip", OsvArchive.of(made));
      out.sign("osv/all.zip");
    }
  }
}

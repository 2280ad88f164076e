package org.cresset.feed.csaf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.json.Members;
import org.cresset.model.Details;

/**
 * The documents of one TLP label as a ROLIE feed (RFC 8322, in the JSON form of CSAF).
 *
 * @param label such as {@code WHITE}
 */
record Rolie(Site site, String label, List<Article> articles) {
  static final String SERVICE = "service.json";

  private static final Members INFORMATION_TYPE =
      new Members()
          .with("scheme", "urn:ietf:params:rolie:category:information-type")
          .with("term", "csaf");

  String feedName() {
    return "feed-tlp-" + label.toLowerCase(Locale.ROOT) + ".json";
  }

  String categoryName() {
    return "category-" + label.toLowerCase(Locale.ROOT) + ".json";
  }

  private String folder() {
    return site.url() + Csaf.FOLDER;
  }

  private String title() {
    return site.team().name() + ": CSAF documents, TLP:" + label;
  }

  /** How provider metadata speaks of it. */
  Members reference() {
    return new Members()
        .with("summary", title())
        .with("tlp_label", label)
        .with("url", folder() + feedName());
  }

  static Instant newest(List<Article> articles) {
    return articles.stream()
        .map(a -> a.versions().current())
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  Members feed() {
    Members feed =
        new Members()
            .with("id", "csaf-feed-tlp-" + label.toLowerCase(Locale.ROOT))
            .with("title", title())
            .with("link", List.of(link("self", feedName()), link("service", SERVICE)))
            .with("category", List.of(INFORMATION_TYPE))
            .with("updated", newest(articles));
    feed.put("entry", articles.stream().sorted(Directory.NEWEST).map(this::entry).toList());
    return new Members().with("feed", feed);
  }

  private Members entry(Article article) {
    String file = Csaf.file(article);
    String action = ((Details.Advisory) article.details()).action();
    String summary =
        ((Details.Advisory) article.details())
            .withdrawn()
            .map(w -> "Withdrawn: " + w.reason())
            .orElse(action);
    return new Members()
        .with("id", article.id().id())
        .with("title", article.title())
        .with(
            "link",
            List.of(
                link("self", file),
                link("hash", file + ".sha256"),
                link("hash", file + ".sha512"),
                link("signature", file + ".asc")))
        .with("published", article.versions().initial())
        .with("updated", article.versions().current())
        .with("summary", new Members().with("content", summary))
        .with(
            "content", new Members().with("src", folder() + file).with("type", "application/json"))
        .with("format", new Members().with("schema", Csaf.SCHEMA).with("version", Csaf.VERSION))
        .with("category", categories(List.of(article)));
  }

  private Members link(String rel, String file) {
    return new Members().with("rel", rel).with("href", folder() + file);
  }

  /** What can be chosen by: the products' names. */
  Members categories() {
    List<Members> all = new ArrayList<>(List.of(INFORMATION_TYPE));
    all.addAll(categories(articles));
    return new Members().with("categories", new Members().with("category", all));
  }

  private static List<Members> categories(List<Article> articles) {
    TreeSet<String> names = new TreeSet<>();
    for (Article article : articles) {
      Details.Advisory advisory = (Details.Advisory) article.details();
      if (advisory.withdrawn().isEmpty()) {
        advisory.products().forEach(p -> names.add(p.productName()));
      }
    }
    return names.stream().map(name -> new Members().with("term", name)).toList();
  }

  /** All feeds, for programs that know only where this lies. */
  static Members service(Site site, List<Rolie> feeds) {
    List<Members> collections = new ArrayList<>();
    for (Rolie feed : feeds) {
      collections.add(
          new Members()
              .with("title", feed.title())
              .with("href", feed.folder() + feed.feedName())
              .with("categories", new Members().with("category", List.of(INFORMATION_TYPE))));
    }
    Members workspace =
        new Members()
            .with("title", site.team().name() + ": CSAF documents")
            .with("collection", collections);
    return new Members().with("service", new Members().with("workspace", List.of(workspace)));
  }
}

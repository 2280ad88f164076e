package org.cresset.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.ArticleDigests;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Facet;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;

/**
 * What a feed reader can subscribe to, the same in each format.
 *
 * @param folder where its files lie: empty, or ending with a slash
 * @param title for people
 * @param full whether the entries hold the documents' text
 * @param articles at most a hundred, the newest first
 */
record Channel(String folder, String title, boolean full, List<Article> articles) {
  private static final int ENTRIES = 100;
  private static final Comparator<Article> NEWEST =
      Comparator.comparing((Article a) -> a.versions().current())
          .reversed()
          .thenComparing(Article::id);

  Channel {
    articles = articles.stream().sorted(NEWEST).limit(ENTRIES).toList();
  }

  /** The page for people that lists the same. */
  String page() {
    return folder + "index.html";
  }

  /** A digest of all that its feeds hold. */
  String inputs(String common, ArticleDigests digests) {
    return Digests.of(common, folder, title, full, articles.stream().map(digests::of).toList());
  }

  /**
   * The whole site; each kind that it has (policies: what was announced); advisories also by
   * severity and by product.
   */
  static List<Channel> of(Edition edition) {
    String team = edition.site().team().name();
    List<Article> dated =
        edition.articles().values().stream()
            .filter(a -> a.id().kind() != Kind.TERM && a.status() != Status.DRAFT)
            .toList();
    List<Channel> channels = new ArrayList<>();
    channels.add(new Channel("", team, true, dated));
    channels.add(new Channel("advisories/", team + ": advisories", true, of(dated, Kind.ADVISORY)));
    channels.add(
        new Channel(
            "policies/",
            team + ": policies",
            true,
            of(dated, Kind.POLICY).stream().filter(Channel::isAnnounced).toList()));
    for (Kind kind : List.of(Kind.REPORT, Kind.NOTICE)) {
      if (!of(dated, kind).isEmpty()) {
        String folder = kind.folder() + "/";
        channels.add(new Channel(folder, team + ": " + kind.folder(), true, of(dated, kind)));
      }
    }
    for (Facet facet : Facet.of(Kind.ADVISORY)) {
      if (facet.hasFeeds()) {
        String name = team + ": advisories, ";
        facet
            .divide(of(dated, Kind.ADVISORY))
            .forEach((value, part) ->
                channels.add(new Channel(facet.folder(value) + "/", name + value, false, part)));
      }
    }
    return channels;
  }

  private static List<Article> of(List<Article> articles, Kind kind) {
    return articles.stream().filter(a -> a.id().kind() == kind).toList();
  }

  private static boolean isAnnounced(Article article) {
    return article.details() instanceof Details.Policy policy && policy.announce();
  }
}

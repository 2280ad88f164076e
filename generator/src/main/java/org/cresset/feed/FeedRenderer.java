package org.cresset.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.Version;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;

/**
 * The Atom feeds ({@code feed.atom}, {@code advisories/feed.atom}, {@code policies/feed.atom}) and
 * the text version of each advisory beside its page, all signed.
 */
public final class FeedRenderer implements Renderer {
  private final Markdown markdown;

  public FeedRenderer(Markdown markdown) {
    this.markdown = markdown;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    AtomFeed atom = new AtomFeed(edition.site(), markdown);
    String team = edition.site().team().name();
    List<Article> dated =
        edition.articles().values().stream()
            .filter(a -> a.id().kind() != Kind.TERM && a.status() != Status.DRAFT)
            .toList();
    List<Article> advisories = dated.stream().filter(a -> a.id().kind() == Kind.ADVISORY).toList();
    feed(out, "feed.atom", "index.html", atom, team, dated);
    feed(
        out,
        "advisories/feed.atom",
        "advisories/index.html",
        atom,
        team + ": advisories",
        advisories);
    feed(
        out,
        "policies/feed.atom",
        "policies/index.html",
        atom,
        team + ": policies",
        dated.stream().filter(FeedRenderer::isAnnounced).toList());
    texts(edition, out);
  }

  private static void feed(
      SiteWriter out, String path, String page, AtomFeed atom, String title, List<Article> all) {
    out.write(path, atom.feed(path, page, title, all).getBytes(StandardCharsets.UTF_8));
    out.sign(path);
  }

  private static boolean isAnnounced(Article article) {
    return article.details() instanceof Details.Policy policy && policy.announce();
  }

  private void texts(Edition edition, SiteWriter out) {
    AdvisoryText text = new AdvisoryText(edition.site(), markdown);
    String common = Version.current() + edition.site() + edition.audience();
    edition.of(Kind.ADVISORY).parallelStream()
        .forEach(article -> {
          String path = path(article);
          out.write(
              path,
              digest(common + article),
              () -> text.of(article).getBytes(StandardCharsets.UTF_8));
          out.sign(path);
        });
  }

  /** The text versions of an edition's advisories. */
  public Stream<String> texts(Edition edition) {
    AdvisoryText text = new AdvisoryText(edition.site(), markdown);
    return edition.of(Kind.ADVISORY).parallelStream().map(text::of);
  }

  /** Where the text version of an advisory lies. */
  public static String path(Article advisory) {
    return advisory.folder() + advisory.id().folded() + ".txt";
  }

  private static String digest(String inputs) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(inputs.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

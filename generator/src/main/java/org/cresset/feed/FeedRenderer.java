package org.cresset.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Formats;
import org.cresset.edition.Renderer;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.TeamKey;
import org.cresset.edition.Version;
import org.cresset.model.Kind;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;

/**
 * The feeds, {@code feed.atom} and {@code feed.json} in the folder of what they follow; the text
 * version of each advisory beside its page; all signed. And what a site has at fixed places.
 */
public final class FeedRenderer implements Renderer {
  private final Markdown markdown;

  public FeedRenderer(Markdown markdown) {
    this.markdown = markdown;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    AtomFeed atom = new AtomFeed(edition.site(), markdown);
    JsonFeed json = new JsonFeed(edition.site(), markdown);
    String common = Digests.of(Version.build(), edition.site());
    Evenly.each(
        Channel.of(edition),
        channel -> {
          String inputs = channel.inputs(common, edition.digests());
          write(out, channel.folder() + "feed.atom", inputs, () -> atom.feed(channel));
          write(out, channel.folder() + "feed.json", inputs, () -> json.feed(channel));
        });
    texts(edition, out);
    new SiteFiles(edition).write(out);
    keys(edition, out);
    calendar(edition, out);
  }

  private static void keys(Edition edition, SiteWriter out) {
    List<TeamKey> keys = edition.site().signer().keys();
    if (!keys.isEmpty()) {
      out.write(KeyList.PATH, KeyList.of(keys).getBytes(StandardCharsets.UTF_8));
      out.sign(KeyList.PATH);
    }
  }

  private static void calendar(Edition edition, SiteWriter out) {
    if (edition.audience().isTeam()) {
      out.write("calendar.ics", Calendar.of(edition).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(SiteWriter out, String path, String inputs, Supplier<String> content) {
    out.write(path, inputs, () -> content.get().getBytes(StandardCharsets.UTF_8));
    out.sign(path);
  }

  private void texts(Edition edition, SiteWriter out) {
    AdvisoryText text = new AdvisoryText(edition.site(), markdown);
    String common = Digests.of(Version.build(), edition.site(), edition.audience());
    Evenly.each(
        edition.of(Kind.ADVISORY),
        article -> {
          String path = path(article);
          String inputs = Digests.of(common, edition.digests().of(article));
          write(out, path, inputs, () -> text.of(article));
        });
  }

  /** The text version of an article, if it is an advisory. */
  public Optional<String> text(Site site, Article article) {
    return article.id().kind() == Kind.ADVISORY
        ? Optional.of(new AdvisoryText(site, markdown).of(article))
        : Optional.empty();
  }

  /** The words of the formats themselves, which say nothing of any document. */
  public static byte[] wording() {
    try (InputStream in = FeedRenderer.class.getResourceAsStream("wording.txt")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the text version of an advisory lies. */
  public static String path(Article advisory) {
    return Formats.text(advisory);
  }
}

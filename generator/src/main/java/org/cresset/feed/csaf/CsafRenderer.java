package org.cresset.feed.csaf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Formats;
import org.cresset.edition.Renderer;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.Version;
import org.cresset.json.Json;
import org.cresset.model.Kind;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;

/**
 * The CSAF documents of an edition's advisories, each with its hashes and signature, and the rest
 * of a trusted provider's tree. Drafts are no documents yet.
 */
public final class CsafRenderer implements Renderer {
  private final Markdown markdown;

  public CsafRenderer(Markdown markdown) {
    this.markdown = markdown;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    List<Article> listed = listed(edition);
    if (listed.isEmpty()) {
      return;
    }
    CsafDocument documents = new CsafDocument(edition.site(), markdown);
    String common = Digests.of(Version.build(), edition.site(), edition.audience());
    Evenly.each(
        listed,
        article -> {
          String inputs = Digests.of(common, edition.digests().of(article));
          document(documents, article, inputs, out);
        });
    List<String> digests = listed.stream().map(edition.digests()::of).toList();
    new Provider(edition, listed, Digests.of(common, digests)).write(out);
  }

  /** The advisories that have a document. */
  private static List<Article> listed(Edition edition) {
    return edition.of(Kind.ADVISORY).stream().filter(a -> Formats.csaf(a).isPresent()).toList();
  }

  private static void document(
      CsafDocument documents, Article article, String inputs, SiteWriter out) {
    String path = Csaf.path(article);
    Supplier<byte[]> content = once(() -> bytes(documents, article));
    out.write(path, inputs, content);
    out.sign(path);
    for (String algorithm : List.of("SHA-256", "SHA-512")) {
      String suffix = "." + algorithm.toLowerCase(Locale.ROOT).replace("-", "");
      out.write(
          path + suffix,
          inputs,
          () -> {
            String line = hash(algorithm, content.get()) + "  " + Csaf.name(article);
            return (line + "\n").getBytes(StandardCharsets.US_ASCII);
          });
    }
  }

  /** For one thread: made when first asked for. */
  private static Supplier<byte[]> once(Supplier<byte[]> make) {
    List<byte[]> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) {
        made.add(make.get());
      }
      return made.getFirst();
    };
  }

  private static byte[] bytes(CsafDocument documents, Article article) {
    return Json.pretty(documents.of(article)).getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** The words of an advisory's document, its strings apart by blank lines. */
  public Optional<String> text(Site site, Article article) {
    if (article.id().kind() != Kind.ADVISORY || Formats.csaf(article).isEmpty()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    collect(new CsafDocument(site, markdown).of(article), words);
    return Optional.of(String.join("\n\n", words));
  }

  private static void collect(Object value, List<String> words) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(v -> collect(v, words));
      case Collection<?> list -> list.forEach(v -> collect(v, words));
      default -> words.add(value.toString());
    }
  }
}

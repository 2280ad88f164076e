package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cresset.edition.Article;
import org.cresset.edition.Version;
import org.cresset.model.MarkedText;

/** Digests of what things are made of. */
final class Keys {
  private static final String END = "\u001D";

  private Keys() {}

  /** Of all that an article's entry is made of, and of the program that makes it. */
  static String of(Article article) {
    MessageDigest digest = sha256();
    Texts texts = new Texts(text -> written(text, digest));
    texts.details(article.details());
    texts.markdown(article.body());
    int excerpt = texts.text().length();
    texts.after(article);
    String others =
        String.join(
            END,
            Version.current(),
            String.valueOf(Analysis.VERSION),
            article.id().kind().name(),
            article.id().id(),
            article.path(),
            article.title(),
            String.valueOf(excerpt),
            texts.text(),
            Documents.date(article).toString(),
            Documents.values(article).toString());
    return HexFormat.of().formatHex(digest.digest(others.getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes Markdown as its author wrote it: what a reader sees of it follows. */
  private static String written(MarkedText text, MessageDigest into) {
    byte[] bytes = text.markdown().getBytes(StandardCharsets.UTF_8);
    into.update(bytes);
    return bytes.length + (text.marks().isEmpty() ? "" : text.marks().toString());
  }

  /** SHA-256 in lower-case hexadecimal. */
  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

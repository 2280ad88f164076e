package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cresset.Version;
import org.cresset.edition.Article;

/** Digests of what things are made of. */
final class Keys {
  private Keys() {}

  /** Of an article, and of the program that makes its entry. */
  static String of(Article article) {
    return digest(Version.current() + "\n" + Analysis.VERSION + "\n" + article);
  }

  /** SHA-256 in lower-case hexadecimal. */
  static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

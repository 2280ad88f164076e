package org.cresset.edition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Digests by which it is known whether a file's inputs are those of the last release. */
public final class Digests {
  private Digests() {}

  /**
   * SHA-256 of the parts as text in UTF-8, each after its length in bytes and a colon; 64
   * hexadecimal digits. Releases and addresses hold such digests, so that this stays as it is.
   */
  public static String of(Object... parts) {
    MessageDigest digest = sha256();
    for (Object part : parts) {
      add(digest, part.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of names and contents. */
  public static String of(SortedMap<String, byte[]> files) {
    MessageDigest digest = sha256();
    files.forEach((path, content) -> {
      add(digest, path.getBytes(StandardCharsets.UTF_8));
      add(digest, content);
    });
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, byte[] part) {
    digest.update((part.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

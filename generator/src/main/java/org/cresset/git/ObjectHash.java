package org.cresset.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Git's object ids: SHA-1 over type, length and content. */
public final class ObjectHash {
  static final String BLOB = "blob";
  static final String TREE = "tree";
  static final String COMMIT = "commit";
  static final String TAG = "tag";

  private ObjectHash() {}

  /** The id that Git gives to a file with this content: 40 hexadecimal digits. */
  public static String blob(byte[] content) {
    return HexFormat.of().formatHex(raw(BLOB, content));
  }

  static byte[] raw(String type, byte[] content) {
    MessageDigest digest = sha1();
    digest.update((type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
    return digest.digest(content);
  }

  static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

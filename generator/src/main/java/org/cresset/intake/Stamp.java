package org.cresset.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment in the front matter of an imported document by which a later import knows whether the
 * record has changed, and whether a person has changed the text.
 *
 * @param record digest of the record and of the way it was mapped
 * @param text digest of the file without this line
 */
record Stamp(String record, String text) {
  private static final Pattern LINE =
      Pattern.compile("(?m)^# imported: record ([0-9a-f]{32}), text ([0-9a-f]{32})\n");
  private static final String LETTERS = "bcdfghjkmnpqrtvwxz23456789";

  /** The text with its stamp as the second line. */
  static String stamped(String record, String text) {
    return text.replaceFirst(
        "^---\n", "---\n# imported: record " + record + ", text " + digest(text) + "\n");
  }

  static Optional<Stamp> of(String file) {
    Matcher m = LINE.matcher(file);
    return m.find() ? Optional.of(new Stamp(m.group(1), m.group(2))) : Optional.empty();
  }

  /** Whether nobody has changed the text since. */
  boolean isOf(String file) {
    return text.equals(digest(LINE.matcher(file).replaceFirst("")));
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(hash(text), 0, 16);
  }

  /** An id that is always the same for a record, and tells nothing: no vowels, so no words. */
  static String id(String prefix, String space, String reference) {
    byte[] hash = hash(space.length() + ":" + space + reference);
    StringBuilder id = new StringBuilder(prefix).append('-');
    for (int i = 0; i < 12; i++) {
      id.append(LETTERS.charAt((hash[i] & 0xFF) % LETTERS.length()));
    }
    return id.toString();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

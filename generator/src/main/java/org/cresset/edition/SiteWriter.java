package org.cresset.edition;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Where the files of an edition go. Safe for several threads; each path is written once. */
public interface SiteWriter {
  /**
   * A file.
   *
   * @param path from the root of the site, {@code [a-z0-9._/+-]+}
   */
  void write(String path, byte[] content);

  /**
   * A file that need not be made again when its inputs are those of the last release.
   *
   * @param inputs a digest of everything the content depends on
   */
  default void write(String path, String inputs, Supplier<byte[]> content) {
    write(path, content.get());
  }

  /**
   * Asks for a detached signature of a file beside it: {@code <path>.asc}. A writer that publishes
   * nothing, such as a preview, leaves it out.
   */
  default void sign(String path) {}

  /**
   * A text as a cleartext-signed message, as security.txt is one. A writer that publishes nothing
   * writes it plainly.
   */
  default void writeSigned(String path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.cresset.edition;

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
}

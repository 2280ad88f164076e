package org.cresset.preview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What every page shares: style sheets and scripts. */
final class Assets {
  private Assets() {}

  /** Changes when one of them does; a page is then loaded afresh. */
  static String digest(PreviewState state) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      state
          .files()
          .subMap("assets/", "assets0")
          .forEach((path, content) -> {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(content.get());
          });
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

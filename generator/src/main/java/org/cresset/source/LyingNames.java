package org.cresset.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cresset.git.GitPath;

/** Paths of a disk as Git would name them. */
final class LyingNames {
  private LyingNames() {}

  /** Java shows foreign bytes of a name as U+FFFD or, elsewhere, as lone surrogates. */
  static GitPath of(Path way) {
    StringBuilder path = new StringBuilder();
    for (Path part : way) {
      path.append(path.isEmpty() ? "" : "/").append(part);
    }
    String text = path.toString();
    boolean utf8 =
        text.indexOf('\ufffd') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return new GitPath(text, utf8);
  }
}

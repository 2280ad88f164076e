package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each file was made of, kept between runs: path, digest of its inputs, hash of its content.
 * Only a shortcut: absent or damaged it costs time, and a hash counts only where the previous
 * release's manifest has the same.
 */
final class Memo {
  private static final String HEAD = "cresset-outputs 1";

  /** In characters, about. */
  private static final int LINE = 200;

  /**
   * @param inputs digest of all that the content depends on
   * @param hash SHA-256 of the content
   */
  private record Known(String inputs, String hash) {}

  private final Optional<Path> file;
  private final Map<String, Known> before;
  private final Map<String, Known> now = new ConcurrentHashMap<>();

  private Memo(Optional<Path> file, Map<String, Known> before) {
    this.file = file;
    this.before = before;
  }

  static Memo read(Optional<Path> file) {
    Map<String, Known> known = new HashMap<>();
    try {
      if (file.isPresent() && Files.isRegularFile(file.get())) {
        String text = Files.readString(file.get(), StandardCharsets.UTF_8);
        if (text.startsWith(HEAD + "\n")) {
          text.lines().skip(1).forEach(line -> take(line, known));
        }
      }
    } catch (IOException e) {
      // As if it were not there.
      known.clear();
    }
    return new Memo(file, known);
  }

  private static void take(String line, Map<String, Known> known) {
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    if (first >= 0 && second > first && line.indexOf('\t', second + 1) < 0) {
      known.put(
          line.substring(0, first),
          new Known(line.substring(first + 1, second), line.substring(second + 1)));
    }
  }

  /** The hash that the file had when it was last made of these inputs. */
  Optional<String> hash(String path, String inputs) {
    return Optional.ofNullable(before.get(path))
        .filter(k -> k.inputs().equals(inputs))
        .map(Known::hash);
  }

  void keep(String path, String inputs, String hash) {
    if (inputs.indexOf('\t') >= 0 || inputs.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a digest is one word: " + inputs);
    }
    now.put(path, new Known(inputs, hash));
  }

  /** For the next run. Not being able to is harmless. */
  void save() {
    if (file.isEmpty() || now.isEmpty()) {
      return;
    }
    StringBuilder out = new StringBuilder(now.size() * LINE).append(HEAD).append('\n');
    now.forEach((p, k) ->
        out.append(p).append('\t').append(k.inputs()).append('\t').append(k.hash()).append('\n'));
    try {
      Path folder = file.get().toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path temporary = file.get().resolveSibling("." + file.get().getFileName() + ".new");
      Files.writeString(temporary, out, StandardCharsets.UTF_8);
      Files.move(temporary, file.get(), java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // The next run makes every file again.
      return;
    }
  }
}

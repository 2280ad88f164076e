package org.cresset.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of an edition's last export: its inverted index, and which scripts were cut from it.
 * Only a shortcut: absent or damaged it costs time.
 */
final class ExportCache {
  private final Path index;
  private final Path list;

  ExportCache(Path folder) {
    this.index = folder.resolve("inverted");
    this.list = folder.resolve("scripts");
  }

  /** The index of the last export or of one before it, or an empty one. */
  Inverted read() {
    return InvertedFile.read(index);
  }

  /**
   * The scripts of the last export, digest by path.
   *
   * @param state what it must have been made of
   */
  Optional<SortedMap<String, String>> scripts(String state) {
    try {
      List<String> lines = Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
      if (lines.size() < 2
          || !lines.get(0).equals(state)
          || !lines.getLast().equals(sum(lines.subList(0, lines.size() - 1)))) {
        return Optional.empty();
      }
      SortedMap<String, String> scripts = new TreeMap<>();
      for (String line : lines.subList(1, lines.size() - 1)) {
        int space = line.indexOf(' ');
        scripts.put(line.substring(space + 1), line.substring(0, Math.max(0, space)));
      }
      return Optional.of(scripts);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps an export. Not being able to is harmless.
   *
   * @param inverted the index, or empty where the one that is kept is near enough
   */
  void keep(String state, Optional<Inverted> inverted, Map<String, Shards.Shard> files) {
    List<String> lines = new ArrayList<>(List.of(state));
    files.forEach((path, shard) -> lines.add(shard.digest() + " " + path));
    lines.add(sum(lines));
    try {
      Files.createDirectories(index.toAbsolutePath().getParent());
      Files.deleteIfExists(list);
      if (inverted.isPresent()) {
        InvertedFile.write(index, inverted.get());
      }
      Files.write(list, lines);
    } catch (IOException e) {
      // The next run makes everything again.
      return;
    }
  }

  private static String sum(List<String> lines) {
    return Keys.digest(String.join("\n", lines));
  }
}

package org.cresset.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Version;

/**
 * What is kept of an edition's last export: its inverted index, and which scripts were cut from it.
 * Only a shortcut: absent or damaged it costs time.
 */
final class ExportCache {
  private final Path index;
  private final Path list;
  private final Path keys;

  ExportCache(Path folder) {
    this.index = folder.resolve("inverted");
    this.list = folder.resolve("scripts");
    this.keys = folder.resolve("keys");
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
    return read(list, state).map(TreeMap::new);
  }

  /**
   * The keys of articles as earlier runs of this build of the program made them, by the articles'
   * own digests.
   */
  Map<String, String> keys() {
    return read(keys, Version.build()).orElse(Map.of());
  }

  /** Keeps keys. */
  void keep(Map<String, String> keyByDigest) {
    try {
      Files.createDirectories(keys.toAbsolutePath().getParent());
      Files.write(keys, lines(Version.build(), new TreeMap<>(keyByDigest)));
    } catch (IOException e) {
      // The next run makes them again.
      return;
    }
  }

  /** Pairs under a head; empty where it is another one, or they are damaged. */
  private static Optional<Map<String, String>> read(Path file, String head) {
    try {
      List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() < 2
          || !lines.get(0).equals(head)
          || !lines.getLast().equals(sum(lines.subList(0, lines.size() - 1)))) {
        return Optional.empty();
      }
      Map<String, String> pairs = new HashMap<>();
      for (String line : lines.subList(1, lines.size() - 1)) {
        int space = line.indexOf(' ');
        pairs.put(line.substring(space + 1), line.substring(0, Math.max(0, space)));
      }
      return Optional.of(pairs);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> lines(String head, SortedMap<String, String> pairs) {
    List<String> lines = new ArrayList<>(List.of(head));
    pairs.forEach((name, value) -> lines.add(value + " " + name));
    lines.add(sum(lines));
    return lines;
  }

  /**
   * Keeps an export. Not being able to is harmless.
   *
   * @param inverted the index, or empty where the one that is kept is near enough
   */
  void keep(String state, Optional<Inverted> inverted, Map<String, Shards.Shard> files) {
    SortedMap<String, String> digests = new TreeMap<>();
    files.forEach((path, shard) -> digests.put(path, shard.digest()));
    try {
      Files.createDirectories(index.toAbsolutePath().getParent());
      Files.deleteIfExists(list);
      if (inverted.isPresent()) {
        InvertedFile.write(index, inverted.get());
      }
      Files.write(list, lines(state, digests));
    } catch (IOException e) {
      // The next run makes everything again.
      return;
    }
  }

  private static String sum(List<String> lines) {
    return Keys.digest(String.join("\n", lines));
  }
}

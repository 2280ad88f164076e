package org.cresset.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Folders as values: every name, mode and byte below one. */
public final class Trees {
  private Trees() {}

  /** What lies at each path: its mode, and the hash of a file or the target of a link. */
  public static SortedMap<String, String> of(Path root) {
    SortedMap<String, String> entries = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        entries.put(root.relativize(path).toString(), entry(path));
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String entry(Path path) throws IOException {
    if (Files.isSymbolicLink(path)) {
      return "link to " + Files.readSymbolicLink(path);
    }
    String mode =
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    return Files.isDirectory(path) ? mode + " folder" : mode + " " + sha256(path);
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * A {@code site/} as its readers and the next run depend on it: links, the trees they lead to
   * with their records, histories, archives; without the trees of earlier releases, which go when
   * it suits.
   */
  public static SortedMap<String, String> published(Path site) {
    SortedMap<String, String> all = of(site);
    List<String> served =
        all.values().stream()
            .filter(v -> v.startsWith("link to .releases/"))
            .map(v -> v.substring("link to ".length()))
            .toList();
    all.keySet()
        .removeIf(path ->
            path.matches("\\.releases/(lock|[^/]+/.*)")
                && served.stream()
                    .noneMatch(s -> path.equals(s + ".json") || (path + "/").startsWith(s + "/")));
    return all;
  }

  /** What differs, one line each. */
  public static List<String> differences(
      SortedMap<String, String> wanted, SortedMap<String, String> found) {
    SortedSet<String> paths = new TreeSet<>(wanted.keySet());
    paths.addAll(found.keySet());
    return paths.stream()
        .filter(p -> !wanted.getOrDefault(p, "").equals(found.getOrDefault(p, "")))
        .map(p ->
            p
                + ": "
                + found.getOrDefault(p, "missing")
                + ", not "
                + wanted.getOrDefault(p, "there"))
        .toList();
  }

  /** Copies a folder with its modes, links and hard links. */
  public static Path copy(Path from, Path to) {
    Tool.Result copied =
        Tool.run(Path.of("/"), Map.of(), List.of("cp", "-a", from.toString(), to.toString()));
    if (copied.status() != 0) {
      throw new AssertionError(copied.err());
    }
    return to;
  }

  /** Removes a folder, whatever is in it. */
  public static void remove(Path dir) {
    try (Stream<Path> all = Files.walk(dir)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

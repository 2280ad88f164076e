package org.cresset.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that somebody outside can see of a run for one edition: the tree, its history and archive
 * with names, modes and bytes; which files are those of the release before; what the run printed,
 * and how it ended.
 *
 * @param kept the files whose time is that of the release before: a server shows it
 */
record Observed(Base.Said said, SortedMap<String, SortedMap<String, String>> parts, String kept) {

  static Observed of(Base base, String edition, Base.Said said) throws IOException {
    SortedMap<String, SortedMap<String, String>> parts = new TreeMap<>();
    for (String part : List.of(edition, edition + ".git", edition + ".zip")) {
      parts.put(part, base.tree("site/" + part));
    }
    return new Observed(said, parts, kept(base.root().resolve("site/" + edition)));
  }

  /** Where two differ; empty where nobody can tell them apart. */
  static List<String> differences(Observed a, Observed b) {
    List<String> differences = new ArrayList<>();
    if (a.said.status() != b.said.status()) {
      differences.add("exit status");
    }
    if (!a.said.out().equals(b.said.out()) || !a.said.err().equals(b.said.err())) {
      differences.add("what the run prints");
    }
    a.parts.forEach((part, tree) ->
        Base.differences(tree, b.parts.getOrDefault(part, new TreeMap<>()))
            .forEach(d -> differences.add(part + "/" + d)));
    if (!a.kept.equals(b.kept)) {
      differences.add("times of files");
    }
    return differences;
  }

  /** Files older than the manifest were not written by its run. */
  private static String kept(Path link) throws IOException {
    if (!Files.exists(link.resolve("SHA256SUMS"))) {
      return "";
    }
    Path real = link.toRealPath();
    List<String> kept = new ArrayList<>();
    try (Stream<Path> files = Files.walk(real)) {
      for (Path file : files.filter(f -> Files.isRegularFile(f)).sorted().toList()) {
        boolean linked =
            ((Integer) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)) > 1;
        if (linked) {
          kept.add(real.relativize(file).toString());
        }
      }
    }
    return String.join("\n", kept);
  }
}

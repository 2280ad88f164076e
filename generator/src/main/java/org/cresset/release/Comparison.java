package org.cresset.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Two genuine releases of one edition, from memory or from two sources. */
final class Comparison {
  private final Manifest here;
  private final Manifest other;
  private final String where;

  /**
   * @param where the other release was seen, such as {@code before}
   */
  Comparison(Manifest here, Manifest other, String where) {
    this.here = here;
    this.other = other;
    this.where = where;
  }

  /** Each file that is not the same, by name. */
  List<Finding> files(Finding.Kind kind) {
    SortedSet<String> paths = new TreeSet<>(here.files().keySet());
    paths.addAll(other.files().keySet());
    List<Finding> found = new ArrayList<>();
    for (String path : paths) {
      if (!SitePath.chain(path)) {
        file(path).ifPresent(m -> found.add(new Finding(kind, path, m)));
      }
    }
    return found;
  }

  private Optional<String> file(String path) {
    Map<String, String> then = other.files();
    String release = "release " + other.release() + ", seen " + where;
    if (!here.files().containsKey(path)) {
      return Optional.of("not there, but in " + release + ": " + path);
    }
    if (!then.containsKey(path)) {
      return Optional.of("there, but not in " + release + ": " + path);
    }
    return here.files().get(path).equals(then.get(path))
        ? Optional.empty()
        : Optional.of("other than in " + release + ": " + path);
  }
}

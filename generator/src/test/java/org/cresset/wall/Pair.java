package org.cresset.wall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The histories of two collections: one with everything, one in which nothing private was ever
 * committed.
 */
final class Pair {
  /** One commit of both: the files from the top of the repository. */
  private final List<SortedMap<String, Form>> commits = new ArrayList<>();

  /** A file's bytes in the whole collection, and in the reduced one if it is there. */
  record Form(byte[] whole, Optional<byte[]> reduced) {
    static Form open(String text) {
      return new Form(bytes(text), Optional.of(bytes(text)));
    }

    static Form open(byte[] content) {
      return new Form(content, Optional.of(content));
    }

    static Form hidden(String text) {
      return new Form(bytes(text), Optional.empty());
    }

    static Form hidden(byte[] content) {
      return new Form(content, Optional.empty());
    }

    static Form of(Twin twin) {
      return new Form(bytes(twin.whole()), Optional.of(bytes(twin.reduced())));
    }

    private static byte[] bytes(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** The next commit: all the files as they are from then on. */
  void commit(Map<String, Form> files) {
    commits.add(new TreeMap<>(files));
  }

  int size() {
    return commits.size();
  }

  /** The files of each commit, empty where the commit would change nothing. */
  List<Optional<SortedMap<String, byte[]>>> history(boolean whole) {
    List<Optional<SortedMap<String, byte[]>>> history = new ArrayList<>();
    SortedMap<String, byte[]> before = new TreeMap<>();
    for (SortedMap<String, Form> commit : commits) {
      SortedMap<String, byte[]> files = new TreeMap<>();
      commit.forEach((path, form) -> {
        if (whole) {
          files.put(path, form.whole());
        } else {
          form.reduced().ifPresent(b -> files.put(path, b));
        }
      });
      boolean changed = !before.isEmpty() && same(before, files);
      history.add(changed ? Optional.empty() : Optional.of(files));
      before = files;
    }
    return history;
  }

  private static boolean same(SortedMap<String, byte[]> a, SortedMap<String, byte[]> b) {
    return a.keySet().equals(b.keySet())
        && a.keySet().stream().allMatch(p -> java.util.Arrays.equals(a.get(p), b.get(p)));
  }
}

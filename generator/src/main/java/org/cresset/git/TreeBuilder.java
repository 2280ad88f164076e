package org.cresset.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Makes the tree objects of a set of files, all with mode 100644. */
final class TreeBuilder {
  private final TreeMap<String, Object> entries = new TreeMap<>();

  /** The trees by id, the root's last. */
  record Built(Id root, Map<Id, byte[]> trees) {}

  /**
   * Builds them.
   *
   * @param files ids by path; paths are ASCII, so that the order of strings is Git's
   */
  static Built of(Map<String, Id> files) {
    TreeBuilder root = new TreeBuilder();
    files.forEach(root::add);
    Map<Id, byte[]> trees = new LinkedHashMap<>();
    return new Built(root.build(trees), trees);
  }

  private void add(String path, Id blob) {
    TreeBuilder at = this;
    int from = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      String name = path.substring(from, slash + 1);
      at = (TreeBuilder) at.entries.computeIfAbsent(name, n -> new TreeBuilder());
      from = slash + 1;
    }
    at.entries.put(path.substring(from), blob);
  }

  /** Names of folders carry their slash here, which is also how Git sorts them. */
  private Id build(Map<Id, byte[]> trees) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entries.forEach((name, entry) -> {
      if (entry instanceof TreeBuilder folder) {
        write(out, "40000 ", name.substring(0, name.length() - 1), folder.build(trees));
      } else {
        write(out, "100644 ", name, (Id) entry);
      }
    });
    byte[] content = out.toByteArray();
    Id id = new Id(ObjectHash.raw(ObjectHash.TREE, content));
    trees.put(id, content);
    return id;
  }

  private static void write(ByteArrayOutputStream out, String mode, String name, Id id) {
    out.writeBytes((mode + name + "\0").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(id.raw());
  }
}

package org.cresset.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The refs of a release repository, all in {@code packed-refs}: one rename moves branch and tag
 * together.
 */
final class Refs {
  static final String MAIN = "refs/heads/main";
  static final String TAGS = "refs/tags/";

  private final Path repository;
  private final TreeMap<String, Ref> refs = new TreeMap<>();

  /** What a name points to, and for an annotated tag the commit behind it. */
  record Ref(Id id, Optional<Id> peeled) {}

  private Refs(Path repository) {
    this.repository = repository;
  }

  static Refs read(Path repository) throws IOException {
    Refs refs = new Refs(repository);
    Path packed = repository.resolve("packed-refs");
    if (Files.exists(packed)) {
      refs.parse(Files.readAllLines(packed, StandardCharsets.UTF_8));
    }
    Path loose = repository.resolve(MAIN);
    if (Files.exists(loose)) {
      String id = Files.readString(loose, StandardCharsets.UTF_8).strip();
      refs.put(MAIN, new Ref(Id.of(id), Optional.empty()));
    }
    return refs;
  }

  private void parse(List<String> lines) {
    String name = "";
    for (String line : lines) {
      Ref last = refs.get(name);
      if (line.startsWith("^") && last != null) {
        refs.put(name, new Ref(last.id(), Optional.of(Id.of(line.substring(1)))));
      } else if (!line.startsWith("#") && line.length() > 41) {
        name = line.substring(41);
        refs.put(name, new Ref(Id.of(line.substring(0, 40)), Optional.empty()));
      }
    }
  }

  Optional<Ref> get(String name) {
    return Optional.ofNullable(refs.get(name));
  }

  void put(String name, Ref ref) {
    refs.put(name, ref);
  }

  void write() throws IOException {
    StringBuilder packed = new StringBuilder("# pack-refs with: peeled fully-peeled sorted \n");
    refs.forEach((name, ref) -> {
      packed.append(ref.id()).append(' ').append(name).append('\n');
      ref.peeled().ifPresent(id -> packed.append('^').append(id).append('\n'));
    });
    Disk.write(repository.resolve("packed-refs"), packed.toString());
    // A loose ref, which only foreign tools make here, would hide the packed one.
    Files.deleteIfExists(repository.resolve(MAIN));
    writeInfo();
  }

  /** What {@code git update-server-info} would write for clients without a Git server. */
  void writeInfo() throws IOException {
    StringBuilder info = new StringBuilder();
    for (Map.Entry<String, Ref> entry : refs.entrySet()) {
      Ref ref = entry.getValue();
      info.append(ref.id()).append('\t').append(entry.getKey()).append('\n');
      ref.peeled()
          .ifPresent(id -> info.append(id).append('\t').append(entry.getKey()).append("^{}\n"));
    }
    Disk.write(repository.resolve("info/refs"), info.toString());
  }
}

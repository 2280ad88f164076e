package org.cresset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.problem.Failure;

/** The folder of drafts: finds what an earlier import wrote, also where it was moved to since. */
final class Shelf {
  private final Path into;
  private final boolean dry;
  private final boolean overwrite;
  private final Map<String, Path> there = new HashMap<>();

  /**
   * @param whole the folder that is searched for earlier drafts, such as {@code content/reports}
   * @param dry whether nothing is to be written
   * @param overwrite whether changes of persons are to be lost
   */
  Shelf(Path into, Path whole, boolean dry, boolean overwrite) {
    this.into = into;
    this.dry = dry;
    this.overwrite = overwrite;
    if (Files.isDirectory(whole)) {
      try (Stream<Path> files = Files.walk(whole)) {
        files.filter(f -> f.toString().endsWith(".md")).forEach(f -> there.put(id(f), f));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    Path parent = file.getParent();
    return name.equals("index.md") && parent != null
        ? String.valueOf(parent.getFileName())
        : name.substring(0, name.length() - ".md".length());
  }

  /**
   * Writes a document, unless it is as it was or a person has changed it.
   *
   * @throws Failure ENVIRONMENT if it can't be written
   */
  Written write(String id, String record, Page page) {
    Optional<Path> old = Optional.ofNullable(there.get(id));
    try {
      if (old.isPresent()) {
        String text = Files.readString(old.get(), StandardCharsets.UTF_8);
        Optional<Stamp> stamp = Stamp.of(text);
        if (stamp.isPresent() && stamp.get().record().equals(record)) {
          return Written.UNCHANGED;
        }
        if (!overwrite && !stamp.map(s -> s.isOf(text)).orElse(false)) {
          return Written.EDITED;
        }
      }
      if (!dry) {
        put(id, record, page, old);
      }
      return old.isPresent() ? Written.UPDATED : Written.NEW;
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          into + " can't be written: " + e.getMessage(),
          "check the folder's permissions and the space on the disk",
          e);
    }
  }

  private void put(String id, String record, Page page, Optional<Path> old) throws IOException {
    boolean ownFolder = old.map(o -> o.endsWith("index.md")).orElse(page.attachment().isPresent());
    Path folder =
        old.flatMap(o -> Optional.ofNullable(o.getParent()))
            .orElse(ownFolder ? into.resolve(id) : into);
    Path file = old.orElse(folder.resolve(ownFolder ? "index.md" : id + ".md"));
    if (page.attachment().isPresent() && !ownFolder) {
      Files.delete(file);
      folder = folder.resolve(id);
      file = folder.resolve("index.md");
    }
    Files.createDirectories(folder);
    if (page.attachment().isPresent()) {
      atomically(folder.resolve(Page.ATTACHMENT), page.attachment().get());
    } else if (ownFolder) {
      Files.deleteIfExists(folder.resolve(Page.ATTACHMENT));
    }
    atomically(file, Stamp.stamped(record, page.text()));
    there.put(id, file);
  }

  /** A reader, or a crash, meets the whole old file or the whole new one. */
  private static void atomically(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    Files.writeString(fresh, text, StandardCharsets.UTF_8);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}

package org.cresset.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.document.LinkScanner;
import org.cresset.problem.Failure;

/**
 * Gives a document that lies as {@code name.md} a folder of its own, {@code name/index.md}, since
 * only such a document has attachments. Relative links in it and to it follow.
 */
final class OwnFolder {
  private final Path content;
  private final Path old;
  private final Path fresh;

  private OwnFolder(Path content, Path old) {
    this.content = content;
    this.old = old;
    String name = old.getFileName().toString().replaceFirst("\\.md$", "");
    this.fresh = old.resolveSibling(name).resolve("index.md");
  }

  /** The file in its folder, moved there if need be. */
  static Path of(Path content, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (absolute.endsWith("index.md")) {
      return absolute;
    }
    return new OwnFolder(content.toAbsolutePath().normalize(), absolute).move();
  }

  private Path move() {
    String text = read(old);
    if (!AtomicFile.create(fresh, bytes(redirected(text, this::outgoing)))) {
      throw YamlText.usage(fresh + " is there already", "one of the two has to go");
    }
    for (Path other : documents()) {
      String before = read(other);
      String after = redirected(before, destination -> incoming(other, destination));
      if (!after.equals(before)) {
        AtomicFile.replace(other, bytes(after));
      }
    }
    try {
      Files.delete(old);
    } catch (IOException e) {
      throw failed(old, e);
    }
    return fresh;
  }

  /** A link of the moved document, if it leads to a file, seen from the new place. */
  private Optional<String> outgoing(String destination) {
    return target(old, destination).map(t -> relative(fresh, t));
  }

  private Optional<String> incoming(Path from, String destination) {
    return target(from, destination).filter(old::equals).map(t -> relative(from, fresh));
  }

  private static Optional<Path> target(Path from, String destination) {
    String path = destination.split("[#?]", 2)[0];
    if (path.isEmpty() || path.contains(":") || path.startsWith("/")) {
      return Optional.empty();
    }
    Path target = from.resolveSibling(path).normalize();
    return Files.exists(target) ? Optional.of(target) : Optional.empty();
  }

  private static String relative(Path from, Path to) {
    Path folder = from.getParent();
    return (folder == null ? to : folder.relativize(to)).toString().replace('\\', '/');
  }

  private interface Redirect {
    Optional<String> to(String destination);
  }

  private static String redirected(String text, Redirect redirect) {
    StringBuilder result = new StringBuilder(text);
    List<LinkScanner.Use> uses = LinkScanner.scan(text);
    for (LinkScanner.Use use : uses.reversed()) {
      redirect
          .to(use.destination())
          .ifPresent(to -> {
            String path = use.destination().split("[#?]", 2)[0];
            result.replace(use.offset(), use.offset() + path.length(), to);
          });
    }
    return result.toString();
  }

  private List<Path> documents() {
    try (Stream<Path> files = Files.walk(content)) {
      return files
          .filter(f -> f.toString().endsWith(".md") && Files.isRegularFile(f))
          .filter(f -> !f.equals(fresh) && !f.equals(old))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failed(content, e);
    }
  }

  /** ISO 8859-1 keeps every byte as it is, whatever they mean; links are ASCII. */
  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Failure failed(Path path, IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        path + ": " + e.getMessage(),
        "check the folder's permissions and the space on the disk",
        e);
  }
}

package org.cresset.authoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.model.Severity;

/** The ids that documents have already, in lower case. */
final class UsedIds {
  private static final Pattern ID =
      Pattern.compile("(?m)^id:[ \\t]*[\"']?([A-Za-z0-9][A-Za-z0-9._/-]*)");
  private static final Pattern NAME = Pattern.compile("(.+?)(\\.md|\\.md\\.asc)?");

  private UsedIds() {}

  /** The ids of one kind: names of its files and folders, and what their front matter says. */
  static Set<String> in(Path folder) {
    Set<String> used = new TreeSet<>();
    if (!Files.isDirectory(folder)) {
      return used;
    }
    try {
      Files.walkFileTree(folder, new Collector(used));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return used;
  }

  /** Words that must not be part of an id: severities and the ids of the register. */
  static Set<String> telling(Path content) {
    Set<String> words = new TreeSet<>();
    for (Severity severity : Severity.values()) {
      words.add(severity.token());
    }
    Path register = content.resolve("constituents");
    if (!Files.isDirectory(register)) {
      return words;
    }
    try (Stream<Path> files = Files.list(register)) {
      files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .forEach(id -> words.add(id.toLowerCase(Locale.ROOT).replaceAll("[_.]", "-")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Set<String> used;

    Collector(Set<String> used) {
      this.used = used;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      add(dir.getFileName().toString());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = file.getFileName().toString();
      add(name);
      if (name.endsWith(".md") && attributes.isRegularFile()) {
        // Broken bytes don't hide an id line; ISO 8859-1 reads any file.
        Matcher m = ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (m.find()) {
          add(m.group(1));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    private void add(String name) {
      Matcher m = NAME.matcher(name.toLowerCase(Locale.ROOT));
      used.add(m.matches() ? m.group(1) : name);
    }
  }
}

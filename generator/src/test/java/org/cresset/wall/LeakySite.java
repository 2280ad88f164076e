package org.cresset.wall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cresset.testkit.Tool;

/** A finished site, and what its run said, to be spoiled. */
final class LeakySite {
  private final Path site;
  private final Path tree;
  private Base.Said said;

  LeakySite(Path root, Base.Said said) throws IOException {
    this.site = root.resolve("site");
    this.tree = site.resolve("public").toRealPath();
    this.said = said;
  }

  Base.Said said() {
    return said;
  }

  /** A line more at the end of a file, which is made if need be. */
  void add(String path, String line) throws IOException {
    Path file = apart(path);
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  void write(String path, String text) throws IOException {
    Files.writeString(apart(path), text);
  }

  void replace(String path, String from, String to) throws IOException {
    String text = Files.readString(tree.resolve(path));
    if (!text.contains(from)) {
      throw new AssertionError(path + " has no " + from);
    }
    write(path, text.replace(from, to));
  }

  void move(String from, String to) throws IOException {
    byte[] bytes = Files.readAllBytes(tree.resolve(from));
    Files.delete(tree.resolve(from));
    Files.write(apart(to), bytes);
  }

  void remove(String path) throws IOException {
    Files.delete(tree.resolve(path));
  }

  void folder(String path) throws IOException {
    Files.createDirectories(tree.resolve(path));
  }

  void mode(String path, String mode) throws IOException {
    Files.setPosixFilePermissions(apart(path), PosixFilePermissions.fromString(mode));
  }

  /** The same bytes in a new file. */
  void rewrite(String path) throws IOException {
    apart(path);
  }

  /** Something more in a file of the search. */
  void shard(String text) throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("search"))) {
      Path shard =
          files.filter(f -> f.toString().endsWith(".js")).sorted().findFirst().orElseThrow();
      add("search/" + shard.getFileName(), "//" + text);
    }
  }

  /** The last release under another message or date. */
  void commit(String message, String day) {
    String git = site.resolve("public.git").toString();
    String at = day + "T00:00:00Z";
    Tool.Result made =
        Tool.run(
            site,
            Map.of(
                "GIT_AUTHOR_NAME",
                "t",
                "GIT_AUTHOR_EMAIL",
                "t@example.org",
                "GIT_COMMITTER_NAME",
                "t",
                "GIT_COMMITTER_EMAIL",
                "t@example.org",
                "GIT_AUTHOR_DATE",
                at,
                "GIT_COMMITTER_DATE",
                at),
            List.of(
                "sh",
                "-c",
                "git --git-dir=\"$0\" update-ref HEAD $(git --git-dir=\"$0\" commit-tree -m \"$1\""
                    + " 'HEAD^{tree}')",
                git,
                message));
    if (made.status() != 0) {
      throw new AssertionError(made.err());
    }
  }

  /** The archive with its files rotated, and some bytes more. */
  void archive(int rotated, int more) throws IOException {
    Path zip = site.resolve("public.zip");
    List<Map.Entry<String, byte[]>> entries = new ArrayList<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        entries.add(Map.entry(e.getName(), in.readAllBytes()));
      }
    }
    Collections.rotate(entries, rotated);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> e : entries) {
        ZipEntry entry = new ZipEntry(e.getKey());
        entry.setTime(0);
        out.putNextEntry(entry);
        out.write(e.getValue());
      }
    }
    bytes.write(new byte[more]);
    Files.write(zip, bytes.toByteArray());
  }

  void print(String line) {
    said = new Base.Said(said.status(), said.out() + line, said.err());
  }

  void say(String line) {
    said = new Base.Said(said.status(), said.out(), said.err() + line);
  }

  void exit(int status) {
    said = new Base.Said(status, said.out(), said.err());
  }

  /** A file of its own: releases share theirs by hard links. */
  private Path apart(String path) throws IOException {
    Path file = tree.resolve(path);
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      Path copy = file.resolveSibling("copy.tmp");
      Files.write(copy, Files.readAllBytes(file));
      Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
      Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}

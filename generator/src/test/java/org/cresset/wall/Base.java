package org.cresset.wall;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.cli.Cli;
import org.cresset.cli.Surroundings;
import org.cresset.testkit.Tool;

/** A knowledge base on disk and what the command line does with it. */
final class Base {
  static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");

  private final Path root;

  Base(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** What a command printed, and its exit status. */
  record Said(int status, String out, String err) {}

  /** When a commit of that number was made. */
  static Instant date(int commit) {
    return FIRST.plusSeconds(86_400L * commit);
  }

  /** Files as they lie, outside Git. */
  Base files(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return this;
  }

  /** A repository with these commits; the number of each is tagged {@code c<number>}. */
  Base commits(List<Optional<SortedMap<String, byte[]>>> history) throws IOException {
    Tool.GIT.require();
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    SortedMap<String, byte[]> before = new TreeMap<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).isPresent()) {
        SortedMap<String, byte[]> files = history.get(i).get();
        line(stream, "commit refs/heads/main");
        line(stream, "committer duty <duty@example.org> " + date(i).getEpochSecond() + " +0000");
        data(
            stream,
            ("state " + i + "\n\nDeclassified-By: duty\n").getBytes(StandardCharsets.UTF_8));
        line(stream, "deleteall");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
          line(stream, "M 100644 inline " + file.getKey());
          data(stream, file.getValue());
        }
        before = files;
      }
      line(stream, "reset refs/tags/c" + i);
      line(stream, "from refs/heads/main");
      line(stream, "");
    }
    Files.createDirectories(root);
    Path script = root.resolveSibling(root.getFileName() + ".stream");
    Files.write(script, stream.toByteArray());
    run("git", "init", "-q", "-b", "main");
    run("sh", "-c", "git fast-import --quiet <'" + script + "'");
    run("git", "reset", "-q", "--hard");
    return this;
  }

  private static void line(ByteArrayOutputStream out, String line) {
    out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void data(ByteArrayOutputStream out, byte[] content) {
    line(out, "data " + content.length);
    out.writeBytes(content);
    line(out, "");
  }

  String run(String... command) {
    Tool.Result result =
        Tool.run(
            root,
            Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"),
            List.of(command));
    if (result.status() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + result.err());
    }
    return result.out();
  }

  /** The signing key of another knowledge base. */
  Base keysOf(Path other) throws IOException {
    Path from = other.resolve(".cresset/keys");
    Path to = root.resolve(".cresset/keys");
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return this;
  }

  Said cresset(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings world =
        new Surroundings(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            root,
            false);
    int status = new Cli(world).run(arguments);
    return new Said(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Every file below a folder of the root with its mode and bytes, by path. */
  SortedMap<String, String> tree(String folder) throws IOException {
    SortedMap<String, String> tree = new TreeMap<>();
    Path top = root.resolve(folder);
    if (!Files.exists(top)) {
      return tree;
    }
    Path real = top.toRealPath();
    try (Stream<Path> files = Files.walk(real)) {
      for (Path file : files.toList()) {
        String mode =
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        String content =
            Files.isRegularFile(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                : Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
        tree.put(real.relativize(file).toString(), mode + "\n" + content);
      }
    }
    return tree;
  }

  /** All objects of a bare repository under the root, as one text of bytes. */
  String objects(String repository) {
    return run(
        "sh",
        "-c",
        "git --git-dir='"
            + repository
            + "' cat-file --batch-all-objects --batch | LC_ALL=C tr -d '\\200-\\377\\000'");
  }

  static List<String> differences(SortedMap<String, String> a, SortedMap<String, String> b) {
    List<String> differences = new ArrayList<>();
    SortedMap<String, String> all = new TreeMap<>(a);
    b.forEach(all::putIfAbsent);
    for (String path : all.keySet()) {
      if (!a.containsKey(path)) {
        differences.add(path + " only in the second");
      } else if (!b.containsKey(path)) {
        differences.add(path + " only in the first");
      } else if (!a.get(path).equals(b.get(path))) {
        differences.add(path + ": " + around(a.get(path), b.get(path)));
      }
    }
    return differences;
  }

  private static String around(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    int from = Math.max(0, i - 60);
    return "'"
        + a.substring(from, Math.min(a.length(), i + 60))
        + "' and '"
        + b.substring(from, Math.min(b.length(), i + 60))
        + "' at "
        + HexFormat.of().toHexDigits(i);
  }
}

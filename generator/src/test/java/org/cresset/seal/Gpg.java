package org.cresset.seal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cresset.testkit.Tool;

/** The real gpg with a home of its own. */
public final class Gpg implements AutoCloseable {
  private final Path home;

  public Gpg() {
    Tool.GPG.require();
    try {
      // Short, and not below the test's folder: the path of the agent's socket has a limit.
      home = Files.createTempDirectory("g");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Tool.Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--no-tty", "--yes"));
    command.addAll(List.of(arguments));
    return Tool.run(home, Map.of("GNUPGHOME", home.toString(), "LC_ALL", "C"), command);
  }

  /** Runs it and expects it to succeed. */
  public String must(String... arguments) {
    Tool.Result result = run(arguments);
    if (result.status() != 0) {
      throw new AssertionError("gpg " + List.of(arguments) + ": " + result.err());
    }
    return result.out();
  }

  public Path home() {
    return home;
  }

  /** A file in its home. */
  public String file(String name, byte[] content) {
    try {
      return Files.write(home.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] read(String name) {
    try {
      return Files.readAllBytes(home.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fingerprint of the only secret key. */
  public String fingerprint() {
    return must("--with-colons", "--list-secret-keys")
        .lines()
        .filter(l -> l.startsWith("fpr:"))
        .findFirst()
        .orElseThrow()
        .split(":")[9];
  }

  @Override
  public void close() {
    Tool.run(home, Map.of("GNUPGHOME", home.toString()), List.of("gpgconf", "--kill", "all"));
    try (var files = Files.walk(home)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // The agent removes its own sockets while it ends.
    }
  }
}

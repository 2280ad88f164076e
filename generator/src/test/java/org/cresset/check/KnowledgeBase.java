package org.cresset.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.cresset.cli.Cli;
import org.cresset.cli.Surroundings;

/** A small knowledge base in a temporary folder, on which commands are run as a person does. */
public final class KnowledgeBase {
  public static final Instant NOW = Instant.parse("2026-10-05T08:00:00Z");

  private static final Map<String, String> IMPLIED =
      Map.of(
          "content/cresset.yaml",
          """
          team: {name: Example CSIRT, email: csirt@example.org}
          site: {url: https://csirt.example.org/}
          """,
          "content/constituents/northgate.yaml",
          "name: Northgate University\n",
          "content/constituents/kelpie.yaml",
          "name: Kelpie Valley Hospital\n",
          "content/constituents/ridge-cert.yaml",
          "name: Ridge CERT\ntype: partner\n");

  private final Path root;

  private KnowledgeBase(Path root) {
    this.root = root;
  }

  /** Settings, two constituents and a partner; in an empty repository that needs no git. */
  public static KnowledgeBase in(Path root) throws IOException {
    KnowledgeBase base = new KnowledgeBase(root);
    for (Map.Entry<String, String> file : IMPLIED.entrySet()) {
      base.write(file.getKey(), file.getValue());
    }
    base.write(".git/HEAD", "ref: refs/heads/main\n");
    base.write(".git/config", "[core]\n\trepositoryformatversion = 0\n");
    Files.createDirectories(root.resolve(".git/objects"));
    Files.createDirectories(root.resolve(".git/refs/heads"));
    return base;
  }

  public Path root() {
    return root;
  }

  public KnowledgeBase write(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    return this;
  }

  /** How a command ended, and what it printed to both streams. */
  public record Said(int status, String text) {}

  public Said run(String... arguments) {
    return run(Map.of(), arguments);
  }

  public Said run(Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings world =
        new Surroundings(
            new ByteArrayInputStream(new byte[0]),
            out,
            out,
            environment,
            Clock.fixed(NOW, ZoneOffset.UTC),
            root,
            false);
    int status = new Cli(world).run(arguments);
    String text = bytes.toString(StandardCharsets.UTF_8).replace(root.toString(), "ROOT");
    return new Said(status, text.stripTrailing());
  }
}

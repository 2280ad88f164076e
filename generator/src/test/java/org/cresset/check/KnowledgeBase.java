package org.cresset.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.cresset.testkit.InProcess;

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
    InProcess.Said said = new InProcess(root, NOW, environment, "").run(arguments);
    String text = said.text().replace(root.toString(), "ROOT");
    return new Said(said.status(), text.stripTrailing());
  }
}

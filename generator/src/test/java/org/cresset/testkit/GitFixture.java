package org.cresset.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository made with the real git, one minute of 2026-10-01 for each commit. */
public final class GitFixture {
  private final Path dir;
  private int minute;

  private GitFixture(Path dir) {
    this.dir = dir;
  }

  /** A new repository in a folder that exists. */
  public static GitFixture init(Path dir) {
    Tool.GIT.require();
    GitFixture fixture = new GitFixture(dir);
    fixture.git("init", "-q", "-b", "main");
    return fixture;
  }

  /** A repository that is there already. */
  public static GitFixture at(Path dir) {
    Tool.GIT.require();
    return new GitFixture(dir);
  }

  /** Writes a file, with its folders. */
  public GitFixture write(String path, String text) throws IOException {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public GitFixture write(String path, byte[] content) throws IOException {
    Path file = dir.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  /** Commits everything and returns the commit's id. */
  public String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return git("rev-parse", "HEAD");
  }

  /** Runs git here, with no configuration but the repository's; returns what it printed. */
  public String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    String date = String.format("2026-10-01T%02d:%02d:00Z", minute / 60, minute++ % 60);
    Tool.Result result =
        Tool.run(
            dir,
            Map.of(
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_AUTHOR_NAME", "duty",
                "GIT_AUTHOR_EMAIL", "duty@example.org",
                "GIT_COMMITTER_NAME", "duty",
                "GIT_COMMITTER_EMAIL", "duty@example.org",
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_DATE", date),
            command);
    assertThat(result.status()).as("%s: %s", command, result.err()).isZero();
    return result.out().strip();
  }

  public Path dir() {
    return dir;
  }
}

package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cresset.problem.Failure;

/**
 * A repository that gets the edition's history: its branch and the tags of its releases, all or
 * none of them, and never by force.
 */
record GitHost(String url, Path history) implements Host {
  GitHost {
    if (url.isBlank() || url.startsWith("-")) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--to is 'git:" + url + "'",
          "write git: and the repository's address");
    }
  }

  @Override
  public Sent send(PreviousRelease release, TreeVerifier readers) {
    verify(release, readers);
    HostProgram git =
        new HostProgram(
            List.of("git", "--git-dir=" + history, "-c", "core.hooksPath=/dev/null", "push"));
    HostProgram.Ended pushed =
        git.run(
            "--porcelain",
            "--atomic",
            "--no-verify",
            "--",
            url,
            "refs/heads/main:refs/heads/main",
            "refs/tags/release/*:refs/tags/release/*");
    if (pushed.lines().stream().anyMatch(l -> l.startsWith("!\t") && l.contains("[rejected]"))) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          url + " has another history than " + history + ", and nothing was pushed",
          "find out who rewrote it; after cresset forget, push to an empty repository");
    }
    if (pushed.status() != 0) {
      throw git.failed(pushed);
    }
    long sent =
        pushed.lines().stream().filter(l -> l.startsWith("*\t") || l.startsWith(" \t")).count();
    return new Sent((int) sent, 0);
  }

  /** The last commit must be the release that is served, in all its bytes. */
  private void verify(PreviousRelease release, TreeVerifier readers) {
    if (!Files.isDirectory(history)) {
      throw new Failure(Failure.Kind.USAGE, "there is no history " + history, "run: cresset build");
    }
    String tag = "refs/tags/release/" + release.number();
    try (GitSource last = new GitSource(history, tag, "refs/heads/main")) {
      if (!Arrays.equals(last.read(Manifest.NAME), release.bytes())) {
        throw new IOException("its last release is not the one that is served");
      }
      Host.mustBeGenuine(readers.verify(last, Optional.empty()), "the last release in " + history);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          "the history " + history + " can't be published: " + e.getMessage(),
          "nothing was sent; run: cresset build",
          e);
    }
  }
}

package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.git.CorruptObject;
import org.cresset.git.ReleaseTags;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;

/**
 * A repository that gets the edition's history: its branch and the tags of its releases, all or
 * none of them, and never by force.
 */
record GitHost(String url, Path history) implements Host {
  /** More bytes than the lines of a manifest that come before those of files. */
  private static final int HEAD = 4096;

  GitHost {
    if (url.isBlank() || url.startsWith("-")) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--to is 'git:" + Host.shown(url) + "'",
          "write git: and the repository's address");
    }
  }

  @Override
  public Sent send(PreviousRelease release, TreeVerifier readers) {
    List<String> refs = verify(release, readers);
    HostProgram git =
        new HostProgram(
            List.of("git", "--git-dir=" + history, "-c", "core.hooksPath=/dev/null", "push"));
    List<String> arguments =
        new ArrayList<>(List.of("--porcelain", "--atomic", "--no-verify", "--no-follow-tags"));
    arguments.addAll(List.of("--", url));
    arguments.addAll(refs);
    HostProgram.Ended pushed = git.run(arguments.toArray(String[]::new));
    if (pushed.lines().stream().anyMatch(l -> l.startsWith("!\t") && l.contains("[rejected]"))) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          Host.shown(url) + " has another history than " + history + ", and nothing was pushed",
          "find out who rewrote it; after cresset forget, push to an empty repository");
    }
    if (pushed.status() != 0) {
      throw git.failed(pushed);
    }
    long sent =
        pushed.lines().stream().filter(l -> l.startsWith("*\t") || l.startsWith(" \t")).count();
    return new Sent((int) sent, 0);
  }

  /**
   * The last commit must be the release that is served, in all its bytes.
   *
   * @return what is pushed
   */
  private List<String> verify(PreviousRelease release, TreeVerifier readers) {
    if (!Files.isDirectory(history)) {
      throw new Failure(Failure.Kind.USAGE, "there is no history " + history, "run: cresset build");
    }
    String tag = "refs/tags/release/" + release.number();
    try (GitSource last = new GitSource(history, tag, "refs/heads/main")) {
      if (!Arrays.equals(last.read(Manifest.NAME), release.bytes())) {
        throw new IOException("its last release is not the one that is served");
      }
      Host.mustBeGenuine(readers.verify(last, Optional.empty()), "the last release in " + history);
      return refs(release, readers);
    } catch (IOException | CorruptObject e) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          "the history "
              + history
              + " can't be published: "
              + (e instanceof CorruptObject corrupt ? corrupt.text() : e.getMessage()),
          "nothing was sent; run: cresset build",
          e);
    }
  }

  /**
   * The branch, and the tags of its releases. The signature of the last one vouches for all that
   * the commit leads to, and so for the keys that an earlier release published.
   */
  private List<String> refs(PreviousRelease release, TreeVerifier readers) throws IOException {
    List<String> refs = new ArrayList<>();
    try (ReleaseTags history = new ReleaseTags(this.history)) {
      List<ReleaseTags.Tag> tags = history.all();
      String served = "release/" + release.number();
      ReleaseTags.Tag last =
          tags.stream()
              .filter(t -> t.name().equals(served))
              .findFirst()
              .orElseThrow(() -> new IOException("it has no tag " + served));
      if (!readers.isSigned(last.payload(), last.signature(), List.of())) {
        throw new IOException("its tag " + served + " is not signed by the release's key");
      }
      Set<String> line = history.line(last.commit());
      refs.add(last.commit() + ":refs/heads/main");
      for (ReleaseTags.Tag tag : tags) {
        if (!line.contains(tag.commit())) {
          throw new IOException("its tag " + tag.name() + " is of no release that main leads to");
        }
        verify(history, tag, release, readers);
        refs.add(tag.id() + ":refs/tags/" + tag.name());
      }
    }
    return refs;
  }

  private static void verify(
      ReleaseTags history, ReleaseTags.Tag tag, PreviousRelease release, TreeVerifier readers)
      throws IOException {
    String commit = tag.commit();
    byte[] manifest = history.read(commit, Manifest.NAME).orElse(new byte[0]);
    int head = Math.min(HEAD, manifest.length);
    if (!new String(manifest, 0, head, StandardCharsets.UTF_8)
        .contains("\n# " + tag.name().replace("/", ": ") + "\n")) {
      throw new IOException("its tag " + tag.name() + " is not of that release");
    }
    List<Certificate> keys = new ArrayList<>(release.keys());
    keys.addAll(
        TreeKeys.of(
                path -> history.read(commit, path).orElse(new byte[0]), List.of("keys/team.asc"))
            .all());
    if (!readers.isSigned(tag.payload(), tag.signature(), keys)) {
      throw new IOException("its tag " + tag.name() + " is not signed by a key of the team");
    }
  }
}

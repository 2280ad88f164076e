package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.problem.Failure;

/**
 * A host that takes files by rsync: first those that are new, then what changed, put into place
 * together at the end, then what is gone. Not atomic: for a moment readers may see both.
 */
record RsyncHost(String destination) implements Host {
  private static final String SERVER =
      "([A-Za-z0-9_][A-Za-z0-9_.-]*@)?([A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9A-Fa-f:]+\\])";

  /** Nothing that a shell on the far side could take for more than a name. */
  private static final String PATH = "[A-Za-z0-9_.~/][A-Za-z0-9_.~/+@-]*";

  private static final Pattern NAME =
      Pattern.compile("rsync://" + SERVER + "(:[0-9]+)?/" + PATH + "|" + SERVER + "::?" + PATH);

  /** Where rsync keeps what it puts into place at the end. */
  private static final String PARTIAL = ".~tmp~";

  /** What rsync calls a file that it is writing. */
  private static final Pattern UNFINISHED =
      Pattern.compile("((?:.*/)?)\\.([^/]+)\\.[A-Za-z0-9]{6}");

  private static final int PARTLY = 23;
  private static final int COLUMNS = 5;
  private static final HostProgram RSYNC =
      new HostProgram(List.of("rsync", "--no-motd", "--timeout=60"));
  private static final List<String> TRANSFER =
      List.of(
          "--recursive",
          "--times",
          "--omit-dir-times",
          "--checksum",
          "--perms",
          "--chmod=D755,F644");

  RsyncHost {
    if (!NAME.matcher(destination).matches()
        || destination.contains("/-")
        || destination.contains("..")
        || destination.lastIndexOf("//") > "rsync:".length()
        || (destination.contains("//") && !destination.startsWith("rsync:"))) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--to is '" + Host.shown(destination) + "'",
          "write rsync://host/module/path, or host:path, in letters, digits and . _ - + @ ~");
    }
    destination = destination.endsWith("/") ? destination : destination + "/";
  }

  @Override
  public Sent send(PreviousRelease release, TreeVerifier readers) {
    manifest(release).ifPresent(m -> Host.mayFollow(m, release, destination));
    HostProgram.Ended fresh =
        transfer(
            release.tree(),
            "--ignore-existing",
            "--exclude=/" + Manifest.NAME,
            "--exclude=/" + Manifest.SIGNATURE);
    HostProgram.Ended rest = transfer(release.tree(), "--delay-updates", "--delete-after");
    return new Sent(
        count(fresh, "<f") + count(rest, "<f"), count(fresh, "*del") + count(rest, "*del"));
  }

  /** That of the release which is there; empty where nothing is. */
  private Optional<byte[]> manifest(PreviousRelease release) {
    HostProgram.Ended listed = RSYNC.run("--list-only", "--", destination);
    if (listed.status() == PARTLY && listed.lines().stream().anyMatch(l -> l.contains("(2)"))) {
      return Optional.empty();
    }
    if (listed.status() != 0) {
      throw RSYNC.failed(listed);
    }
    List<String> names =
        listed.lines().stream()
            .map(l -> l.split("\\s+", COLUMNS))
            .filter(c -> c.length == COLUMNS && !c[COLUMNS - 1].equals("."))
            .map(c -> c[COLUMNS - 1])
            .toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    if (!names.contains(Manifest.NAME) && !isBegun(release)) {
      throw Host.occupied(destination, "files of no release, which would be removed");
    }
    return names.contains(Manifest.NAME) ? Optional.of(fetch()) : Optional.empty();
  }

  /**
   * Whether nothing lies there but what a first run that was cut off left: some of the release's
   * files, whole, and what rsync had not put into place.
   */
  private boolean isBegun(PreviousRelease release) {
    // A link would be replaced without a word.
    return RSYNC.must("--list-only", "--recursive", "--", destination).lines().stream()
            .noneMatch(l -> l.startsWith("l"))
        && transfer(release.tree(), "--dry-run", "--delete").lines().stream()
            .noneMatch(l -> isForeign(l, release.manifest()));
  }

  /** Whether rsync would remove or alter what it did not put there. */
  private static boolean isForeign(String line, Manifest ours) {
    if (line.startsWith("*deleting ")) {
      String path = line.substring("*deleting ".length()).strip();
      Matcher unfinished = UNFINISHED.matcher(path);
      return !("/" + path).contains("/" + PARTIAL + "/")
          && !(unfinished.matches()
              && ours.files().containsKey(unfinished.group(1) + unfinished.group(2)));
    }
    return line.startsWith("<f") && !line.startsWith("<f+");
  }

  private byte[] fetch() {
    try {
      Path folder = Files.createTempDirectory("cresset");
      try {
        RSYNC.must("--", destination + Manifest.NAME, folder + "/");
        return Files.readAllBytes(folder.resolve(Manifest.NAME));
      } finally {
        Disk.remove(folder);
      }
    } catch (IOException e) {
      throw Host.failure(destination, e);
    }
  }

  private HostProgram.Ended transfer(Path tree, String... options) {
    List<String> arguments = new ArrayList<>(TRANSFER);
    arguments.add("--out-format=%i %n");
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--", tree + "/", destination));
    return RSYNC.must(arguments.toArray(String[]::new));
  }

  private static int count(HostProgram.Ended ended, String kind) {
    return (int) ended.lines().stream().filter(l -> l.startsWith(kind)).count();
  }
}

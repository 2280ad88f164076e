package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
          "--to is '" + destination + "'",
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
    if (!names.contains(Manifest.NAME) && !isBegun(names, release)) {
      throw Host.occupied(destination, "files of no release, which would be removed");
    }
    return names.contains(Manifest.NAME) ? Optional.of(fetch()) : Optional.empty();
  }

  /** Whether a first run was cut off here: the manifest comes after all that is new. */
  private static boolean isBegun(List<String> names, PreviousRelease release) {
    Set<String> ours = new HashSet<>(Set.of(PARTIAL, Manifest.NAME, Manifest.SIGNATURE));
    release.manifest().files().keySet().forEach(path -> ours.add(path.split("/", 2)[0]));
    return ours.containsAll(names)
        && Stream.of(PARTIAL, "feed.atom", "keys", "verify").anyMatch(names::contains);
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

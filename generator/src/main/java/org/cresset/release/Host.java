package org.cresset.release;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cresset.problem.Failure;

/** Where a finished release is handed over to. */
public sealed interface Host permits FolderHost, RsyncHost, GitHost {
  /**
   * What was done.
   *
   * @param sent how many files, or how many branches and tags of a history; none where all was
   *     there already
   * @param removed how many files that the release has no more
   */
  record Sent(int sent, int removed) {}

  /**
   * Sends a release that was found genuine, if it is not there already.
   *
   * @param readers verify what is to be served
   * @throws Failure USAGE or STALE if what is there may not be replaced by it, NOT_GENUINE if a
   *     copy turns out not to be it, ENVIRONMENT if the host can't be reached or written
   */
  Sent send(PreviousRelease release, TreeVerifier readers);

  /**
   * The host that is named so.
   *
   * @param to a folder, {@code rsync://host/module/path}, {@code host:path}, or {@code git:} and an
   *     address
   * @param directory for a folder that is named from here
   * @param history the edition's history repository
   * @throws Failure USAGE if it is no such name
   */
  static Host of(String to, Path directory, Path history) {
    if (to.startsWith("git:")) {
      return new GitHost(to.startsWith("git://") ? to : to.substring("git:".length()), history);
    }
    if (to.contains("://") || to.matches("[^/]*:.*")) {
      return new RsyncHost(to);
    }
    try {
      return new FolderHost(directory.resolve(to).normalize());
    } catch (InvalidPathException e) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--to is '" + shown(to) + "', which is no file name here",
          "write another name, or set the locale that it is written in, such as LC_ALL=C.UTF-8",
          e);
    }
  }

  /** An address, or what a program says of one, without the secrets that an address may hold. */
  static String shown(String text) {
    return text.replaceAll("(?i)(https?://)[^/\\s'\":@]+@", "$1")
        .replaceAll("//([^/\\s'\":@]*):[^/\\s'\"]*@", "//$1@");
  }

  /** Refuses to put a release where another edition lies, or a newer or another release of it. */
  static void mayFollow(byte[] there, PreviousRelease release, String where) {
    Manifest before;
    try {
      before = Manifest.parse(there);
    } catch (IllegalArgumentException e) {
      throw occupied(where, "a manifest that is " + e.getMessage());
    }
    Manifest now = release.manifest();
    if (!before.edition().equals(now.edition()) || !before.site().equals(now.site())) {
      throw occupied(where, "the edition " + before.edition() + " of " + before.site());
    }
    if (before.release() > now.release()) {
      throw new Failure(
          Failure.Kind.STALE,
          where + " has release " + before.release() + " already, after this " + now.release(),
          "publish from where that one was made, or restore site/ from a backup");
    }
    if (before.release() == now.release() && !Arrays.equals(there, release.bytes())) {
      throw occupied(where, "another release " + now.release());
    }
  }

  /** Something is there that is not replaced. */
  static Failure occupied(String where, String what) {
    return new Failure(
        Failure.Kind.USAGE,
        where + " holds " + what,
        "name another place with --to, or take away what lies there");
  }

  /** What readers would refuse is not handed to them. */
  static void mustBeGenuine(Verification verification, String what) {
    switch (verification.outcome()) {
      case GENUINE -> {}
      case STALE ->
          throw new Failure(
              Failure.Kind.STALE,
              what + " is genuine but stale: " + worst(verification),
              "nothing was sent; run: cresset build, or cresset renew");
      case NOT_GENUINE ->
          throw new Failure(
              Failure.Kind.NOT_GENUINE,
              what + " is not genuine: " + worst(verification),
              "nothing was sent; restore site/ from a backup, or run: cresset build");
    }
  }

  private static String worst(Verification v) {
    return v.findings().stream()
        .filter(f -> f.fatal() || f.kind() == Finding.Kind.STALE)
        .findFirst()
        .map(f -> f.path().isEmpty() ? f.message() : f.path() + ": " + f.message())
        .orElse("no manifest");
  }

  /** Of what failed on the way. */
  static Failure failure(String where, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "can't publish to " + where + ": " + cause,
        "mend it and run this again, which does what is left",
        cause);
  }
}

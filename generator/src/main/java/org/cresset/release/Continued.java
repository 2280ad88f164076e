package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.Verifier;

/** Fetches a release that was published elsewhere, for a new one to follow it. */
final class Continued {
  private final TreeSource from;
  private final Path to;

  /**
   * @param to an empty folder
   */
  Continued(TreeSource from, Path to) {
    this.from = from;
    this.to = to;
  }

  /** All of it, verified after it was fetched; it may be past its time. */
  PreviousRelease fetch(List<Certificate> keys, String site, String edition, Instant now)
      throws IOException {
    Disk.folder(to);
    byte[] bytes = from.read(Manifest.NAME);
    List<String> paths = new ArrayList<>(List.of(Manifest.NAME, Manifest.SIGNATURE));
    Verifier pinned;
    try {
      pinned = new Verifier(signer(keys, Manifest.parse(bytes).signer()));
      // Only names that fit: nothing may be written outside of the folder.
      paths.addAll(Manifest.parse(bytes).files().keySet());
    } catch (IllegalArgumentException e) {
      throw notGenuine("its manifest is " + e.getMessage());
    }
    try {
      paths.parallelStream().forEach(this::copy);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
    try (TreeSource fetched = new FolderSource(to)) {
      List<Finding> wrong = new ContentCheck(fetched).run(pinned, now);
      if (!wrong.isEmpty()) {
        throw notGenuine(wrong.getFirst().message());
      }
    }
    PreviousRelease release = Releases.read(to);
    Manifest m = release.manifest();
    if (!m.site().equals(site) || !m.edition().equals(edition)) {
      throw notGenuine("it is the edition " + m.edition() + " of " + m.site());
    }
    return release;
  }

  private static Certificate signer(List<Certificate> keys, String said) {
    return keys.stream()
        .filter(k -> k.fingerprint().equals(said))
        .findFirst()
        .orElse(keys.getFirst());
  }

  private void copy(String path) {
    try {
      Path file = to.resolve(path);
      Disk.folder(file.resolveSibling("."));
      Files.write(file, from.read(path));
      Files.setPosixFilePermissions(file, Disk.FILE);
      Disk.force(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Failure notGenuine(String why) {
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        "the release to continue (release.continues) is not genuine: " + why,
        "correct release.continues in cresset.yaml, or use the key that signed it");
  }
}

package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Team;
import org.cresset.git.Deflated;
import org.cresset.git.FileRef;
import org.cresset.git.ReleaseRepository;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verdict;
import org.cresset.seal.Verifier;

/**
 * What lies beside a tree that is served and in no manifest: {@code site/<edition>.git}, its
 * history, and {@code site/<edition>.zip}, the tree as one file. Both follow the served release:
 * doing it twice, or late, gives the same.
 */
public final class Companions {
  private final Layout layout;
  private final PreviousRelease served;

  Companions(Layout layout, PreviousRelease served) {
    this.layout = layout;
    this.served = served;
  }

  /**
   * Adds the served release to the history, if it isn't its last one already, and writes it as one
   * archive, if it isn't that already.
   *
   * @param key that signed the release; commit and tag are signed at its as-of
   * @param author the team
   * @param cache file that remembers blobs; may be removed at any time
   * @return whether anything was written
   */
  public boolean follow(SigningKey key, Team author, Path cache) {
    Path file = layout.archive(served.edition());
    try {
      Optional<Archive> archive = Archive.begin(file, served);
      if (archive.isEmpty()) {
        return history(key, author, cache, Deflated.IGNORED);
      }
      try (Archive writing = archive.get()) {
        history(key, author, cache, writing);
        writing.finish();
        return true;
      }
    } catch (IOException e) {
      throw Disk.failureAfter("can't write " + file, e);
    }
  }

  private boolean history(SigningKey key, Team author, Path cache, Deflated deflated) {
    Path bare = layout.history(served.edition());
    String tag = "release/" + served.number();
    ReleaseRepository repository = new ReleaseRepository(bare);
    Optional<byte[]> there = repository.read(tag, Manifest.NAME);
    if (there.filter(b -> Arrays.equals(b, served.bytes())).isPresent()) {
      repository.complete();
      return false;
    }
    Instant asOf = asOf(key);
    repository.append(
        files(),
        new ReleaseRepository.Label(
            tag,
            "Release " + served.number() + " of the edition " + served.edition() + "\n",
            served.manifest().date(),
            author.name(),
            author.email(),
            payload -> new String(key.sign(payload, asOf), StandardCharsets.US_ASCII)),
        cache,
        deflated);
    return true;
  }

  /** A signature says itself when it was made, which is the as-of of its release. */
  private Instant asOf(SigningKey key) {
    Verdict verdict =
        new Verifier(key.certificate())
            .verify(served.bytes(), served.signature(), Instant.MAX.minusSeconds(1000));
    return verdict.made().orElse(served.manifest().date());
  }

  private SortedMap<String, FileRef> files() {
    SortedMap<String, FileRef> files = new TreeMap<>(SitePath.ORDER);
    served
        .manifest()
        .files()
        .forEach((path, hash) -> files.put(path, new FileRef(hash, served.tree().resolve(path))));
    files.put(
        Manifest.NAME,
        new FileRef(Disk.sha256(served.bytes()), served.tree().resolve(Manifest.NAME)));
    files.put(
        Manifest.SIGNATURE,
        new FileRef(Disk.sha256(served.signature()), served.tree().resolve(Manifest.SIGNATURE)));
    return files;
  }
}

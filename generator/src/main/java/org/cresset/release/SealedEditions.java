package org.cresset.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.Opener;
import org.cresset.seal.Sealer;
import org.cresset.seal.SigningKey;

/**
 * The files under {@code site/.sealed}: one for each sealed edition, under names of chance that
 * every run draws anew. Which is whose says an index that the team alone can read.
 */
public final class SealedEditions {
  private static final int NAME_BYTES = 16;
  private static final String NAMES = "[0-9a-f]{32}\\.pgp|\\..*\\.new";

  private final Path folder;
  private final Opener opener;
  private final SigningKey key;
  private final List<Certificate> signers;
  private final Instant asOf;
  private final SecureRandom random = new SecureRandom();
  private final SealedIndex index;

  /**
   * @param opener with the team's secret keys
   * @param signers the public keys that may have sealed earlier files
   */
  SealedEditions(
      Path folder, Opener opener, SigningKey key, List<Certificate> signers, Instant asOf) {
    this.folder = folder;
    this.opener = opener;
    this.key = key;
    this.signers = signers;
    this.asOf = asOf;
    this.index = readIndex();
  }

  private SealedIndex readIndex() {
    Path file = folder.resolve(SealedIndex.NAME);
    try {
      if (!Files.isRegularFile(file)) {
        return new SealedIndex(new TreeMap<>());
      }
      return SealedIndex.parse(opener.open(Files.readAllBytes(file), file.toString()).content());
    } catch (IOException e) {
      throw Disk.failure("can't read " + file, e);
    }
  }

  /** The commit of which an edition's file was made, if it is known. */
  public Optional<String> commit(String edition) {
    return Optional.ofNullable(index.entries().get(edition))
        .map(SealedIndex.Entry::commit)
        .filter(c -> !c.isEmpty());
  }

  /**
   * The release in an edition's last file.
   *
   * @throws Failure KEY if it can't be opened any more; NOT_GENUINE if it isn't the team's
   */
  public Optional<SealedRelease> previous(String edition) {
    SealedIndex.Entry entry = index.entries().get(edition);
    if (entry == null) {
      return Optional.empty();
    }
    Path file = folder.resolve(entry.file());
    try {
      SealedFile opened =
          SealedFile.open(Files.readAllBytes(file), file.toString(), opener, signers, asOf);
      byte[] bytes = content(opened, Manifest.NAME);
      byte[] signature = content(opened, Manifest.SIGNATURE);
      PreviousRelease release = new PreviousRelease(Manifest.parse(bytes), file, bytes, signature);
      return Optional.of(new SealedRelease(release, opened.files()));
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the last sealed file of " + edition + " can't be read: " + e,
          "restore site/ from a backup; without site/.sealed its releases are counted anew",
          e);
    }
  }

  private static byte[] content(SealedFile opened, String path) {
    return Optional.ofNullable(opened.files().get(path))
        .orElseThrow(() -> new IllegalArgumentException("no " + path + " in it"));
  }

  /**
   * Starts a release of an edition, in memory.
   *
   * @param readers besides the team
   * @throws Failure KEY if nothing can be encrypted to one of them
   */
  public Staging stage(
      String edition, Optional<SealedRelease> previous, List<Certificate> readers) {
    Sealer sealer = sealer(readers);
    return new MemoryStaging(
        edition,
        previous,
        (manifest, changed, files, commit) -> pack(sealer, manifest, changed, files, commit));
  }

  /** Seals the last release again, where the edition is held back: a file comes all the same. */
  public Finished.Sealed again(SealedRelease last, List<Certificate> readers) {
    Manifest manifest = last.release().manifest();
    try {
      return pack(sealer(readers), manifest, false, last.files(), commit(manifest.edition()));
    } catch (IOException e) {
      throw Disk.failure("can't seal the edition " + manifest.edition(), e);
    }
  }

  private Sealer sealer(List<Certificate> readers) {
    List<Certificate> all = new ArrayList<>(readers);
    all.add(key.certificate());
    return new Sealer(all, asOf);
  }

  private Finished.Sealed pack(
      Sealer sealer,
      Manifest manifest,
      boolean changed,
      SortedMap<String, byte[]> files,
      Optional<String> commit)
      throws IOException {
    byte[] archive = Padded.compress(Tar.write(files, manifest.date()));
    byte[] drawn = new byte[NAME_BYTES];
    random.nextBytes(drawn);
    String name = HexFormat.of().formatHex(drawn) + ".pgp";
    return new Finished.Sealed(manifest, changed, write(sealer, archive, name), name, commit);
  }

  /** Only what is encrypted already comes to the disk. */
  private Path write(Sealer sealer, byte[] content, String name) throws IOException {
    Disk.folder(folder);
    Path staged = folder.resolve("." + name + ".new");
    try (OutputStream out =
        new BufferedOutputStream(
            Files.newOutputStream(
                staged, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING))) {
      sealer.seal(content, key, asOf, out);
    }
    Files.setPosixFilePermissions(staged, Disk.FILE);
    // The order in which they were written would tell editions apart.
    Files.setLastModifiedTime(staged, FileTime.from(asOf));
    Disk.force(staged);
    return staged;
  }

  /**
   * Puts files in their places, then the index; then removes those that it no longer names.
   *
   * @param editions all sealed editions that there are; files of others go
   */
  public void publish(List<Finished.Sealed> ready, Set<String> editions) {
    SortedMap<String, SealedIndex.Entry> newer = new TreeMap<>();
    try {
      for (Finished.Sealed s : ready) {
        Files.move(s.staged(), folder.resolve(s.name()), StandardCopyOption.ATOMIC_MOVE);
        newer.put(
            s.edition(),
            new SealedIndex.Entry(s.name(), s.number(), asOf.toString(), s.commit().orElse("")));
      }
      SealedIndex now = index.with(newer, editions);
      Path staged = write(sealer(List.of()), now.bytes(), SealedIndex.NAME);
      Disk.force(folder);
      Files.move(staged, folder.resolve(SealedIndex.NAME), StandardCopyOption.ATOMIC_MOVE);
      Disk.force(folder);
      clean(now);
    } catch (IOException e) {
      throw Disk.failureAfter("can't publish the sealed editions", e);
    }
  }

  private void clean(SealedIndex now) throws IOException {
    Set<String> kept =
        now.entries().values().stream().map(SealedIndex.Entry::file).collect(Collectors.toSet());
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.matches(NAMES) && !kept.contains(name)) {
          Files.delete(file);
        }
      }
    }
    Disk.force(folder);
  }
}

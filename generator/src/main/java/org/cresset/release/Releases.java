package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.Opener;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verifier;

/**
 * The releases under one {@code site/}, held by one run at a time. All failures are of kind
 * ENVIRONMENT where nothing else is said.
 */
public final class Releases implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Layout layout;
  private final Lock lock;
  private final Thread cleaner;
  private final Map<Path, PreviousRelease> read = new ConcurrentHashMap<>();

  private Releases(Layout layout, Lock lock, Thread cleaner) {
    this.layout = layout;
    this.lock = lock;
    this.cleaner = cleaner;
  }

  /**
   * Takes the lock, waiting a few seconds for another run, and repairs what a run that was cut off
   * left behind.
   *
   * @param site made if it isn't there
   */
  public static Releases open(Path site) {
    return open(site, PATIENCE);
  }

  static Releases open(Path site, Duration patience) {
    Layout layout = new Layout(site.toAbsolutePath().normalize());
    try {
      makeFolders(layout);
      Lock lock = Lock.take(layout.lock(), patience);
      try {
        for (String edition : editions(layout)) {
          new Repair(layout, edition).run();
        }
        Thread cleaner = new Thread(() -> empty(layout), "cresset-old-releases");
        cleaner.setDaemon(true);
        cleaner.start();
        return new Releases(layout, lock, cleaner);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw Disk.failure("can't use " + site, e);
    }
  }

  /** A run that was cut off may have made them and not set their modes. */
  private static void makeFolders(Layout layout) throws IOException {
    boolean begun = Files.isDirectory(layout.releases());
    Disk.folder(layout.releases());
    Files.setPosixFilePermissions(layout.releases(), Disk.FOLDER);
    if (!begun) {
      Files.setPosixFilePermissions(layout.site(), Disk.FOLDER);
    }
  }

  /** The editions that ever had a release here, or were about to. */
  private static List<String> editions(Layout layout) throws IOException {
    try (Stream<Path> all = Files.list(layout.releases())) {
      return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  /** Beside the build: removing thousands of files takes a while, and nothing waits for it. */
  private static void empty(Layout layout) {
    try {
      for (String edition : editions(layout)) {
        Disk.remove(layout.trash(edition));
      }
    } catch (IOException e) {
      // What can't be removed now is tried again by the next run.
      return;
    }
  }

  /** The release that is served; each is read once, for no run changes what it once released. */
  public Optional<PreviousRelease> previous(String edition) {
    try {
      OptionalInt number = Repair.served(layout, edition);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      Path tree = layout.tree(edition, number.getAsInt());
      PreviousRelease known = read.get(tree);
      PreviousRelease release = known == null ? read(tree) : known;
      read.put(tree, release);
      return Optional.of(release);
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the release that is served as " + layout.link(edition) + " can't be read: " + e,
          "restore site/ from a backup, or continue from the published release: release:"
              + " {continues: URL} with an empty site/",
          e);
    }
  }

  /**
   * Fetches the release that was published elsewhere, where nothing is under {@code site/} yet, and
   * verifies it.
   *
   * @param target {@code release.continues}: a folder, an archive, or an address
   * @param keys its signer must be one of these
   * @throws Failure NOT_GENUINE if it isn't what it should be
   */
  public PreviousRelease continued(
      String edition, String target, List<Certificate> keys, String site, Instant now) {
    try (TreeSource from = TreeVerifier.open(target)) {
      Disk.remove(layout.continued(edition));
      return new Continued(from, layout.continued(edition)).fetch(keys, site, edition, now);
    } catch (IOException e) {
      throw Disk.failure("can't fetch the release to continue from " + target, e);
    }
  }

  static PreviousRelease read(Path tree) throws IOException {
    byte[] bytes = Files.readAllBytes(tree.resolve(Manifest.NAME));
    byte[] signature = Files.readAllBytes(tree.resolve(Manifest.SIGNATURE));
    return new PreviousRelease(Manifest.parse(bytes), tree, bytes, signature);
  }

  /** The same of the releases that are served, by edition; nothing is waited for or repaired. */
  public static SortedMap<String, String> records(Path site) {
    Layout layout = new Layout(site.toAbsolutePath().normalize());
    SortedMap<String, String> records = new TreeMap<>();
    try {
      if (Files.isDirectory(layout.releases())) {
        for (String edition : editions(layout)) {
          OptionalInt number = Repair.served(layout, edition);
          if (number.isPresent() && Files.exists(layout.record(edition, number.getAsInt()))) {
            records.put(edition, Files.readString(layout.record(edition, number.getAsInt())));
          }
        }
      }
      return records;
    } catch (IOException e) {
      throw Disk.failure("can't read the records of releases under " + site, e);
    }
  }

  /** What the run that made a release noted of itself, as JSON. */
  public Optional<String> record(String edition, int number) {
    Path file = layout.record(edition, number);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw Disk.failure("can't read " + file, e);
    }
  }

  /**
   * Starts a release of an edition; only once for each edition and run.
   *
   * @param previous what it follows: {@link #previous}, or a release published elsewhere
   * @param memo file in the cache that remembers what each output was made of
   */
  public Staging stage(String edition, Optional<PreviousRelease> previous, Optional<Path> memo) {
    if (!edition.matches("[a-z0-9][a-z0-9._-]*")) {
      throw new IllegalArgumentException("not an edition's id: " + edition);
    }
    try {
      StagedTree tree = new StagedTree(layout.staging(edition), layout.spare(edition), previous);
      return new DiskStaging(edition, tree, memo, layout.unsigned(edition));
    } catch (IOException e) {
      throw Disk.failure("can't stage the edition " + edition, e);
    }
  }

  /**
   * The sealed editions, held by the same run.
   *
   * @param opener with the team's secret keys
   * @param key seals them
   * @param signers the public keys that may have sealed earlier files
   * @throws Failure KEY if what was sealed before can't be opened any more
   */
  public SealedEditions sealed(
      Opener opener, SigningKey key, List<Certificate> signers, Instant asOf) {
    return new SealedEditions(layout.sealed(), opener, key, signers, asOf);
  }

  /**
   * Makes a release with the files of the one that is served, under new terms. The bytes are
   * verified against its manifest: what was altered since is not signed.
   *
   * @throws Failure NOT_GENUINE if they are not those that were signed
   */
  public Finished again(PreviousRelease before, Terms terms) {
    try (TreeSource tree = new FolderSource(before.tree())) {
      Certificate signer =
          Stream.concat(Stream.of(terms.key().certificate()), terms.retired().stream())
              .filter(c -> c.fingerprint().equals(before.manifest().signer()))
              .findFirst()
              .orElse(terms.key().certificate());
      List<Finding> wrong = new ContentCheck(tree).run(new Verifier(signer), terms.asOf());
      if (!wrong.isEmpty()) {
        throw new Failure(
            Failure.Kind.NOT_GENUINE,
            "the release in "
                + before.tree()
                + " is not as it was signed: "
                + wrong.getFirst().message(),
            "put that folder back as it was, from "
                + layout.archive(before.edition())
                + " or a backup");
      }
      StagedTree staged =
          new StagedTree(
              layout.staging(before.edition()),
              layout.spare(before.edition()),
              Optional.of(before));
      DiskStaging staging =
          new DiskStaging(
              before.edition(), staged, Optional.empty(), layout.unsigned(before.edition()));
      staging.again(before);
      return staging.finish(terms);
    } catch (IOException e) {
      throw Disk.failure("can't release the edition " + before.edition() + " again", e);
    }
  }

  /**
   * Removes all that tells of releases before the one that is served: their trees and records, the
   * history repository, the archive.
   */
  public void forgetBefore(PreviousRelease served) {
    String edition = served.edition();
    String number = Integer.toString(served.number());
    try (Stream<Path> all = Files.list(layout.releases(edition))) {
      for (Path old : all.toList()) {
        String name = old.getFileName().toString();
        if (Files.isDirectory(old) && !name.equals(number)) {
          Disk.remove(old);
        } else if (!Files.isDirectory(old) && !name.equals(number + ".json")) {
          Files.delete(old);
        }
      }
      Disk.remove(layout.history(edition));
      Files.deleteIfExists(layout.archive(edition));
    } catch (IOException e) {
      throw Disk.failureAfter("can't remove what was released of " + edition, e);
    }
  }

  /** What is different in a tree that is to be signed, one line each. */
  public List<String> changes(Optional<PreviousRelease> previous, Unsigned unsigned) {
    try {
      return new Changes(previous, unsigned).lines();
    } catch (IOException e) {
      throw Disk.failure("can't read " + unsigned.tree(), e);
    }
  }

  /** Signs a tree that was built elsewhere. */
  public Finished sign(Optional<PreviousRelease> previous, Unsigned unsigned, SigningKey key) {
    Request request = unsigned.request();
    Staging staging = stage(request.edition(), previous, Optional.empty());
    try {
      for (String path : unsigned.files()) {
        staging.write(path, Files.readAllBytes(unsigned.tree().resolve(path)));
      }
    } catch (IOException e) {
      throw Disk.failure("can't read " + unsigned.tree(), e);
    }
    request.sign().forEach(staging::sign);
    request.clearsign().forEach(staging::writeSigned);
    List<Certificate> old =
        previous.map(PreviousRelease::keys).orElse(List.of()).stream()
            .filter(c -> !c.demonstration() && !c.compromised())
            .filter(c -> !c.fingerprint().equals(key.fingerprint()))
            .toList();
    return staging.finish(request.terms(key).withKeys(request.nextSigner(), old));
  }

  /** Forgets what was staged, where a run gives an edition up. */
  public void discard(String edition) {
    try {
      Disk.remove(layout.staging(edition));
    } catch (IOException e) {
      throw Disk.failure("can't remove " + layout.staging(edition), e);
    }
  }

  /**
   * Publishes releases: all are in their places before the first link moves. After a crash at any
   * point each edition is complete, the old or the new one.
   */
  public void publish(List<Finished.Ready> ready) {
    try {
      for (Finished.Ready r : ready) {
        for (Pending pending : r.pending()) {
          pending.await();
        }
      }
      for (Finished.Ready r : ready) {
        Disk.replace(
            layout.record(r.edition(), r.number()), r.record().getBytes(StandardCharsets.UTF_8));
        Files.move(
            r.staged(), layout.tree(r.edition(), r.number()), StandardCopyOption.ATOMIC_MOVE);
        Disk.force(layout.releases(r.edition()));
      }
      Disk.force(layout.releases());
    } catch (IOException e) {
      throw Disk.failure("can't publish", e);
    }
    try {
      for (Finished.Ready r : ready) {
        link(layout, r.edition(), r.number());
      }
    } catch (IOException e) {
      throw ready.stream().anyMatch(this::isLinked)
          ? Disk.failureAfter("can't publish all editions", e)
          : Disk.failure("can't publish", e);
    }
  }

  /** Whether readers get that release already. */
  private boolean isLinked(Finished.Ready r) {
    try {
      Path target = Files.readSymbolicLink(layout.link(r.edition()));
      return target.equals(layout.site().relativize(layout.tree(r.edition(), r.number())));
    } catch (IOException e) {
      return false;
    }
  }

  static Path newLink(Layout layout, String edition) {
    return layout.site().resolve("." + edition + ".new");
  }

  static void link(Layout layout, String edition, int number) throws IOException {
    Path temporary = newLink(layout, edition);
    Files.deleteIfExists(temporary);
    Files.createSymbolicLink(temporary, layout.site().relativize(layout.tree(edition, number)));
    Files.move(temporary, layout.link(edition), StandardCopyOption.ATOMIC_MOVE);
    Disk.force(layout.site());
  }

  /** What lies beside the tree of an edition that is served. */
  public Companions companions(PreviousRelease served) {
    return new Companions(layout, served);
  }

  /** All editions that are served now, with their trees, by id. */
  public List<PreviousRelease> served() {
    try {
      List<PreviousRelease> all = new ArrayList<>();
      for (String edition : editions(layout)) {
        previous(edition).ifPresent(all::add);
      }
      return all;
    } catch (IOException e) {
      throw Disk.failure("can't list " + layout.releases(), e);
    }
  }

  /** Lets the next run in. */
  @Override
  public void close() {
    try {
      cleaner.join();
      lock.close();
    } catch (IOException e) {
      throw Disk.failure("can't unlock " + layout.site(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.cresset.release;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verdict;
import org.cresset.seal.Verifier;

/** Makes a release of a staged tree. */
final class Assembly {
  private static final int RENEW_PART = 3;

  private final String edition;
  private final ReleaseTree tree;
  private final Optional<PreviousRelease> previous;
  private final Terms terms;

  Assembly(String edition, ReleaseTree tree, Terms terms) {
    this.edition = edition;
    this.tree = tree;
    this.previous = tree.previous();
    this.terms = terms;
  }

  /**
   * Signs what is new and writes the manifest; empty if the release before says all this already.
   */
  Optional<Manifest> finish(Set<String> toSign, SortedMap<String, String> toClearsign)
      throws IOException {
    if (terms.newest().isAfter(terms.asOf())) {
      throw new IllegalArgumentException("a date after as-of: " + terms.newest());
    }
    previous.ifPresent(this::mayContinue);
    mayLast();
    Signing signing = new Signing(tree, terms);
    signing.sign(toSign);
    signing.clearsign(toClearsign);
    tree.clean();
    SortedMap<String, String> files = tree.files();
    if (previous.filter(p -> !terms.renew() && !due(p)).isPresent()
        && previous.get().manifest().sameContent(files)) {
      return Optional.empty();
    }
    return Optional.of(complete(files));
  }

  /** A release of the same content, where the one before is not whole any more. */
  Manifest again() throws IOException {
    return complete(tree.files());
  }

  /** Whether less than a third of the time is left. */
  private boolean due(PreviousRelease before) {
    Duration left = Duration.between(terms.asOf(), before.manifest().validUntil());
    return left.multipliedBy(RENEW_PART).compareTo(terms.validFor()) < 0;
  }

  private Manifest complete(SortedMap<String, String> files) throws IOException {
    if (previous.isPresent() && terms.historyRestarted().isEmpty()) {
      chain(Manifest.NAME, previous.get().bytes(), files);
      chain(Manifest.SIGNATURE, previous.get().signature(), files);
    }
    Manifest manifest = manifest(files);
    byte[] bytes = manifest.bytes();
    tree.write(Manifest.NAME, bytes);
    tree.write(Manifest.SIGNATURE, terms.key().sign(bytes, terms.asOf()));
    return manifest;
  }

  private void chain(String name, byte[] content, SortedMap<String, String> files)
      throws IOException {
    String path = "releases/" + previous.orElseThrow().number() + "/" + name;
    tree.carry(name, path, content);
    files.put(path, Disk.sha256(content));
  }

  private Manifest manifest(SortedMap<String, String> files) {
    Instant newest = terms.newest();
    Instant date =
        previous.map(p -> p.manifest().date()).filter(d -> d.isAfter(newest)).orElse(newest);
    return new Manifest(
        terms.site(),
        edition,
        previous.map(p -> p.number() + 1).orElse(1),
        date,
        validUntil(),
        previous.map(p -> Disk.sha256(p.bytes())),
        terms.key().fingerprint(),
        terms.nextSigner(),
        terms.historyRestarted(),
        files);
  }

  private Instant validUntil() {
    return terms.asOf().truncatedTo(ChronoUnit.DAYS).plus(terms.validFor());
  }

  /**
   * As a reader would: the public key, the list of files, and the bytes that are there.
   *
   * @param hashed files whose bytes there were read since, and found right
   */
  void verify(TreeSource complete, Predicate<String> hashed) {
    List<Finding> wrong =
        new ContentCheck(complete, hashed)
            .run(new Verifier(terms.key().certificate()), terms.asOf());
    if (!wrong.isEmpty()) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "what lies there is not what was written: " + wrong.getFirst().message(),
          "nothing was published; check the disk, and that nobody else writes to site/");
    }
  }

  private void mayContinue(PreviousRelease before) {
    SigningKey key = terms.key();
    String signer = before.manifest().signer();
    if (key.demonstration() && !signer.equals(key.fingerprint())) {
      throw new Failure(
          Failure.Kind.KEY,
          "a demonstration key never continues releases that another key signed: release "
              + before.number()
              + " of "
              + edition
              + " is signed by "
              + signer,
          "put that key into .cresset/keys/, or name its successor in signing.key");
    }
    Stream.concat(Stream.of(key.certificate()), terms.retired().stream())
        .filter(c -> c.fingerprint().equals(signer))
        .filter(c -> !signedBy(c, before))
        .findFirst()
        .ifPresent(c -> {
          throw notOurs(before);
        });
  }

  private boolean signedBy(Certificate key, PreviousRelease before) {
    Verdict verdict = new Verifier(key).verify(before.bytes(), before.signature(), terms.asOf());
    // A run as of an earlier time sees the release before in its future; that is no forgery.
    return verdict.good() || verdict.outcome() == Verdict.Outcome.FUTURE;
  }

  private static Failure notOurs(PreviousRelease before) {
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        "release " + before.number() + " in " + before.tree() + " is not as it was signed",
        "restore site/ from a backup, or continue from the published release: release:"
            + " {continues: URL} with an empty site/");
  }

  private void mayLast() {
    Optional<Instant> ends = terms.key().expires();
    if (ends.filter(e -> e.isBefore(validUntil())).isPresent()) {
      throw new Failure(
          Failure.Kind.KEY,
          "the key "
              + terms.key().fingerprint()
              + " expires at "
              + ends.get()
              + ", before the release would (valid-until "
              + validUntil()
              + ")",
          "make its successor: cresset keys rotate");
    }
  }

  /** What is remembered of the run. */
  String record(Manifest manifest) {
    Map<String, Object> run = new TreeMap<>();
    run.put("as-of", terms.asOf().toString());
    run.put("edition", edition);
    run.put("release", manifest.release());
    terms.commit().ifPresent(c -> run.put("commit", c));
    terms.readers().ifPresent(r -> run.put("readers", r));
    return Json.pretty(run);
  }
}

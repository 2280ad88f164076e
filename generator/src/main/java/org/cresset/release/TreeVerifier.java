package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.seal.Certificate;
import org.cresset.seal.Verdict;
import org.cresset.seal.Verifier;

/** What {@code cresset verify} does (release format, Verification with stock tools, and more). */
public final class TreeVerifier {
  private static final Duration WARNING = Duration.ofDays(7);

  private final Expectations expected;
  private final Instant now;

  /**
   * @param now when the reader asks
   */
  public TreeVerifier(Expectations expected, Instant now) {
    this.expected = expected;
    this.now = now;
  }

  /**
   * Judges a release.
   *
   * @param target a folder (or a link to one), a zip archive, or an address of http or https
   * @throws Failure KEY if no key is pinned; ENVIRONMENT if the target or state can't be read
   */
  public Verification verify(String target) {
    return verify(target, Optional.empty());
  }

  /**
   * The same, compared with another source.
   *
   * @param also a second folder, archive or address
   */
  public Verification verify(String target, Optional<String> also) {
    try (TreeSource tree = open(target)) {
      return verify(tree, also);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "can't read " + target + ": " + Reason.of(e),
          "name a folder, a zip archive or an address",
          e);
    }
  }

  Verification verify(TreeSource tree, Optional<String> also) throws IOException {
    Optional<SeenReleases> seen = expected.state().map(SeenReleases::read);
    return verify(tree, new Verifier(pinned(tree, seen)), seen, also);
  }

  /** The same of what was in a sealed file. */
  public Verification verify(SealedFile file) {
    Optional<SeenReleases> seen = expected.state().map(SeenReleases::read);
    try (TreeSource tree = new MemorySource(file.files())) {
      return verify(tree, new Verifier(file.signer()), seen, Optional.empty());
    } catch (IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
  }

  /** Whether a manifest's signature is none, or was made by the expected key over other bytes. */
  boolean isDamaged(byte[] manifest, byte[] signature) {
    Verdict.Outcome outcome =
        new Verifier(expected.key().orElseThrow(TreeVerifier::noKey))
            .verify(manifest, signature, now)
            .outcome();
    return outcome == Verdict.Outcome.BAD || outcome == Verdict.Outcome.MALFORMED;
  }

  /**
   * Whether the expected key, or another, signed something that is part of what it vouches for.
   *
   * @param others good even if they were revoked since
   */
  boolean isSigned(byte[] data, byte[] signature, List<Certificate> others) {
    return new Verifier(expected.key().orElseThrow(TreeVerifier::noKey))
            .verify(data, signature, now)
            .good()
        || others.stream()
            .map(key -> new Verifier(key).verify(data, signature, now))
            .anyMatch(v -> v.good() || v.outcome() == Verdict.Outcome.REVOKED);
  }

  static TreeSource open(String target) throws IOException {
    if (target.matches("(?i)https?://.*")) {
      return new WebSource(target);
    }
    Path path = Path.of(target);
    return Files.isDirectory(path) ? new FolderSource(path) : new ZipSource(path);
  }

  /**
   * The key itself may come from the tree only if its fingerprint is known. A copy there of the
   * pinned key may bring newer subkeys and revocations.
   */
  private Certificate pinned(TreeSource tree, Optional<SeenReleases> seen) {
    String team = "keys/team.asc";
    if (expected.key().isPresent()) {
      Certificate held = expected.key().get();
      String old = "keys/" + held.fingerprint().toLowerCase(Locale.ROOT) + ".asc";
      TreeKeys there = TreeKeys.of(tree::read, List.of(team, old));
      return there.find(held.fingerprint()).map(held::with).orElse(held);
    }
    List<String> fingerprints =
        expected
            .fingerprint()
            .map(List::of)
            .or(() -> seen.map(s -> s.signers(expected.site())).filter(s -> !s.isEmpty()))
            .orElseThrow(TreeVerifier::noKey);
    TreeKeys there = TreeKeys.of(tree::read, List.of(team));
    return fingerprints.stream()
        .flatMap(f -> there.find(f).stream())
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.NOT_GENUINE,
                "the key that signs there is not " + String.join(" or ", fingerprints),
                "get the team's key over another channel and name its file: --key FILE"));
  }

  private static Failure noKey() {
    return new Failure(
        Failure.Kind.KEY,
        "no key to verify with",
        "get the team's key or its fingerprint over another channel: --key FILE or FINGERPRINT");
  }

  private Verification verify(
      TreeSource tree, Verifier pinned, Optional<SeenReleases> seen, Optional<String> also)
      throws IOException {
    ContentCheck content = new ContentCheck(tree);
    List<Finding> findings = new ArrayList<>(content.run(pinned, now));
    Optional<Manifest> manifest = content.manifest();
    String hash = Disk.sha256(content.bytes());
    if (manifest.isEmpty()) {
      Announcement.find(tree, content.bytes(), pinned, now).ifPresent(findings::add);
      return new Verification(manifest, Optional.of(hash), content.verdict(), findings);
    }
    Manifest m = manifest.get();
    expectations(m, findings);
    Service service =
        m.files().containsKey(Service.LIST) ? Service.of(tree::read) : Service.UNKNOWN;
    TreeSigners signers =
        TreeSigners.of(pinned, TreeKeys.of(tree::read, m.files().keySet()), service);
    content
        .verdict()
        .map(service::judge)
        .filter(v -> !v.good())
        .ifPresent(
            v -> findings.add(new Finding(Finding.Kind.SIGNATURE, Manifest.SIGNATURE, v.detail())));
    ChainCheck chain = new ChainCheck(tree, m, hash);
    findings.addAll(chain.run(signers, now));
    seen.ifPresent(s -> chain.since(s, findings));
    chain.explain(findings);
    findings.addAll(new DocumentCheck(tree, m, signers, now).run());
    time(m, findings);
    also.ifPresent(place ->
        SecondSource.compare(
            m, hash, new TreeVerifier(expected.forgetful(), now).verify(place), place, findings));
    Verification result =
        new Verification(manifest, Optional.of(hash), content.verdict(), findings);
    if (result.outcome() != Verification.Outcome.NOT_GENUINE) {
      seen.ifPresent(s -> s.remember(m, content.bytes()));
    }
    return result;
  }

  private void expectations(Manifest m, List<Finding> out) {
    if (expected.site().filter(s -> !s.equals(m.site())).isPresent()) {
      out.add(
          new Finding(
              Finding.Kind.SITE, "", "the site " + m.site() + ", not " + expected.site().get()));
    }
    if (expected.edition().filter(e -> !e.equals(m.edition())).isPresent()) {
      out.add(
          new Finding(
              Finding.Kind.EDITION,
              "",
              "the edition " + m.edition() + ", not " + expected.edition().get()));
    }
  }

  private void time(Manifest m, List<Finding> out) {
    if (now.isAfter(m.validUntil())) {
      out.add(
          new Finding(
              Finding.Kind.STALE,
              "",
              "release "
                  + m.release()
                  + " was valid until "
                  + m.validUntil()
                  + ": look for a newer release"));
    } else if (now.isAfter(m.validUntil().minus(WARNING))) {
      out.add(
          new Finding(
              Finding.Kind.NOTE,
              "",
              "look for a newer release soon: valid until " + m.validUntil()));
    }
  }
}

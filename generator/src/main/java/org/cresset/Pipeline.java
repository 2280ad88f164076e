package org.cresset;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.cresset.check.Finding;
import org.cresset.document.Configuration;
import org.cresset.document.Library;
import org.cresset.edition.Edition;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;
import org.cresset.edition.Team;
import org.cresset.gate.Admission;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.model.Deadline;
import org.cresset.problem.Failure;
import org.cresset.problem.Problems;
import org.cresset.release.Companions;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.release.Staging;
import org.cresset.release.Terms;
import org.cresset.seal.AgentKey;
import org.cresset.seal.KeyStore;
import org.cresset.seal.NewKey;
import org.cresset.seal.PassphraseSource;
import org.cresset.seal.SigningKey;
import org.cresset.text.Markdown;

/**
 * The way from files to sites: source, document, check (in {@link Collector}); then, for each
 * audience, verdict, gate, render, last search, seal and release; and when all are ready, publish.
 */
public final class Pipeline {
  private final Workspace workspace;
  private final Progress progress;
  private final PassphraseSource passphrase;
  private final Markdown markdown = new Markdown();

  /**
   * @param passphrase asked only if the signing key has one
   */
  public Pipeline(Workspace workspace, Progress progress, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.progress = progress;
    this.passphrase = new Once(passphrase);
  }

  /**
   * Builds, signs and publishes editions.
   *
   * @param named ids of editions; empty means all
   * @param unsigned whether they are to wait for a signature made elsewhere
   * @throws Failure if nothing can be built at all; then nothing has been published
   */
  public Report build(Collector.State state, Instant asOf, Set<String> named, boolean unsigned) {
    progress.step("reading");
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.collect(state, asOf, true);
      List<Audience> audiences = collected.audiences(named);
      workspace.hideFromGit();
      try (Releases releases = Releases.open(workspace.site())) {
        refuseShallow(collector, releases, audiences);
        new SameReaders(collector.sources(), releases, collected.library().register())
            .require(audiences);
        Configuration configuration = collected.library().configuration();
        SigningKey key =
            unsigned
                ? SigningKey.elsewhere(
                    new TeamKeyring(workspace, configuration).certificate(Optional.empty()), asOf)
                : key(configuration, asOf);
        return new Run(collected, releases, key).run(audiences);
      }
    }
  }

  /**
   * In an emergency: the last released commit plus one document.
   *
   * @param id the document's id, with its kind before it where two have the same
   * @throws Failure if nothing was released from Git before
   */
  public Report release(String id, Instant asOf, Set<String> named) {
    workspace.mustExist();
    String last;
    try (Releases releases = Releases.open(workspace.site())) {
      last =
          releases.served().stream()
              .flatMap(p -> releases.record(p.edition(), p.number()).stream())
              .max(Comparator.comparing(RunRecord::asOf))
              .flatMap(RunRecord::commit)
              .orElseThrow(() ->
                  new Failure(
                      Failure.Kind.USAGE,
                      "nothing was released from Git into " + workspace.site() + " yet",
                      "run: cresset build"));
    }
    return build(new Collector.CommitAndDocument(last, "HEAD", id), asOf, named, false);
  }

  /** The settings as they lie. */
  public Configuration configuration() {
    return library().configuration();
  }

  /** The collection as it lies. */
  Library library() {
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      return collector.library(new Collector.AsTheyLie());
    }
  }

  /** All that is wrong, without writing anything; on the same path as a build. */
  public Collected check(Collector.State state, Instant asOf) {
    progress.step("reading");
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.collect(state, asOf);
      progress.step("checking texts");
      Gate gate = new Gate(collected.library(), collected.past());
      Site site = Sites.of(collected.library().configuration(), Sites.nobody());
      CleanTexts clean = CleanTexts.read(workspace.cache());
      TextCheck texts = new TextCheck(markdown, clean);
      TextCheck unnoted = new TextCheck(markdown, clean.unchanging());
      Set<Finding> findings = new TreeSet<>(BY_PLACE);
      findings.addAll(collected.findings());
      findings.addAll(collector.disclosed(collected.source()));
      List<Audience> views = new ArrayList<>(collected.audiences(Set.of()));
      views.add(new Audience("everything", new Audience.Team(), true));
      for (Audience audience : views) {
        TextCheck check = audience.sealed() ? unnoted : texts;
        findings.addAll(check.findings(gate.admit(audience, site, asOf), collected.source()));
      }
      clean.save();
      return new Collected(
          collected.source(),
          collected.library(),
          collected.past(),
          List.copyOf(findings),
          collected.locked(),
          asOf);
    }
  }

  private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::problem);

  SigningKey key(Configuration configuration, Instant asOf) {
    Configuration.Signing signing = configuration.signing();
    NewKey demonstration =
        NewKey.demonstration(configuration.team().name(), configuration.team().email(), asOf);
    return signing.byGpg()
        ? AgentKey.open(signing.key().orElseThrow(Pipeline::noKeyNamed), asOf, passphrase)
        : KeyStore.open(workspace.keys()).select(signing.key(), asOf, demonstration, passphrase);
  }

  private static Failure noKeyNamed() {
    return new Failure(
        Failure.Kind.KEY,
        "signing: {backend: gpg} does not say which key signs",
        "gpg --list-secret-keys shows them; write signing: {backend: gpg, key: FINGERPRINT}");
  }

  private static void refuseShallow(
      Collector collector, Releases releases, List<Audience> audiences) {
    boolean released = audiences.stream().anyMatch(a -> releases.previous(a.id()).isPresent());
    if (collector.sources().shallow() && released) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "this clone is shallow: versions that an earlier release shows would be lost",
          "run: git fetch --unshallow");
    }
  }

  /** One run over several editions. */
  private final class Run {
    private final Collected collected;
    private final Releases releases;
    private final SigningKey key;
    private final TeamKeys keys;
    private final SortedSet<String> remarks = new TreeSet<>();
    private final Renderers renderers = new Renderers(workspace, markdown);
    private final CleanTexts clean = CleanTexts.read(workspace.cache());

    Run(Collected collected, Releases releases, SigningKey key) {
      this.collected = collected;
      this.releases = releases;
      this.key = key;
      this.keys = TeamKeys.read(collected.library(), key);
    }

    Report run(List<Audience> audiences) {
      Signer signer = keys.signer();
      remarks.addAll(KeyRemarks.expiry(key, collected.asOf(), validFor()));
      Site site = Sites.of(collected.library().configuration(), signer);
      Outlets outlets = new Outlets(workspace, releases, collected, key, keys.all(), passphrase);
      List<Built> built = new ArrayList<>();
      Set<Finding> findings = new TreeSet<>(BY_PLACE);
      findings.addAll(collected.findings());
      for (Audience audience : audiences) {
        Built edition = edition(audience, site, outlets);
        built.add(edition);
        findings.addAll(edition.verdict().findings());
      }
      progress.step("publishing");
      outlets.publish(built);
      clean.save();
      progress.step("history and archive");
      if (!key.elsewhere()) {
        accompany(built);
      }
      return new Report(collected, List.copyOf(findings), built, signer, List.copyOf(remarks));
    }

    /**
     * What lies beside the trees follows them; what a crash kept from being written is made up for.
     */
    private void accompany(List<Built> built) {
      Team team = collected.library().configuration().team();
      List<Runnable> work = new ArrayList<>();
      for (Built b : built) {
        releases
            .previous(b.audience().id())
            .ifPresent(served -> {
              Companions companions = releases.companions(served);
              Path cache = workspace.blobs(served.edition());
              work.add(() -> companions.follow(key, team, cache));
            });
      }
      work.parallelStream().forEach(Runnable::run);
    }

    /** A key that one edition lacks does not hold back another. */
    private Built edition(Audience audience, Site site, Outlets outlets) {
      try {
        return edition(audience, site, outlets.of(audience, site));
      } catch (Failure e) {
        if (audience.sealed() && e.kind() == Failure.Kind.KEY) {
          return new Built(audience, Verdict.NONE, Optional.empty(), Optional.of(e));
        }
        throw e;
      }
    }

    private Built edition(Audience audience, Site shared, Outlet outlet) {
      progress.step(audience.id() + ": deciding what it may show");
      Optional<PreviousRelease> previous = outlet.previous();
      previous.ifPresent(this::refuseToHideAgain);
      previous.flatMap(p -> KeyRemarks.unannounced(key, p)).ifPresent(remarks::add);
      SortedMap<String, Instant> retired = collected.library().configuration().signing().retired();
      previous.flatMap(p -> KeyRemarks.retiredTooEarly(retired, p)).ifPresent(remarks::add);
      TeamKeys known = keys.and(previous.map(PreviousRelease::keys).orElse(List.of()));
      Site site = shared.signedBy(known.signer());
      Judge judge =
          new Judge(
              collected,
              audience,
              previous.map(p -> p.manifest().files().keySet()).orElse(Set.of()),
              outlet::before);
      TextCheck texts = new TextCheck(markdown, audience.sealed() ? clean.unchanging() : clean);
      List<Finding> findings = new ArrayList<>(collected.findings());
      Verdict verdict = judge.verdict(findings);
      ShownVersions shown =
          ShownBefore.of(previous, outlet::before)
              .andCommitted(collected.library().configuration().comparesCommitted());
      Admission admission = admit(audience, site, verdict, shown);
      List<Finding> inTexts = texts.findings(admission, collected.source());
      if (!inTexts.isEmpty()) {
        findings.addAll(inTexts);
        verdict = judge.verdict(findings);
        admission = admit(audience, site, verdict, shown);
      }
      Optional<Finished> finished =
          verdict.good() ? Optional.of(release(admission, outlet, known)) : outlet.heldBack();
      return new Built(audience, verdict, finished, Optional.empty());
    }

    private Duration validFor() {
      return Duration.ofDays(collected.library().configuration().validForDays());
    }

    private Admission admit(Audience audience, Site site, Verdict verdict, ShownVersions shown) {
      Library admitted = collected.library().without(verdict.leftOut());
      Instant asOf = collected.asOf();
      List<Deadline> near =
          audience.isTeam() ? Deadlines.near(workspace, collected.library(), asOf) : List.of();
      return new Gate(admitted, collected.past(), near, shown).admit(audience, site, asOf);
    }

    private Finished release(Admission admission, Outlet outlet, TeamKeys known) {
      Edition edition = admission.edition();
      String id = edition.audience().id();
      boolean sealed = edition.audience().sealed();
      Staging staging = outlet.stage();
      try {
        progress.step(id + ": writing " + edition.articles().size() + " documents");
        renderers.render(edition, staging, new Problems());
        staging.settle();
        progress.step(id + ": looking for traces of what is withheld");
        Traces traces = new Traces(workspace.cache("withheld", edition.audience()), admission);
        // Nothing is noted of a sealed edition, and so all of it is looked through.
        traces.refuse(staging, sealed ? Optional.empty() : outlet.previous(), renderers);
        progress.step(id + ": signing and verifying");
        Terms terms =
            Terms.of(edition.site().url(), edition.asOf(), validFor(), edition.newest(), key)
                .withKeys(known.next(), known.retired())
                .noting(
                    collected.source().commit(),
                    Optional.of(SameReaders.readers(edition.audience())));
        Finished finished = staging.finish(outlet.moves() ? terms.renewing() : terms);
        if (!sealed) {
          traces.note(finished);
        }
        return finished;
      } catch (RuntimeException e) {
        giveUp(outlet, e);
        throw e;
      }
    }

    /** What can't be removed, the next run puts away; what is said is why it came to this. */
    private void giveUp(Outlet outlet, RuntimeException why) {
      try {
        outlet.discard();
      } catch (Failure e) {
        why.addSuppressed(e);
      }
    }

    private void refuseToHideAgain(PreviousRelease previous) {
      if (collected.asOf().isBefore(previous.manifest().date())) {
        throw new Failure(
            Failure.Kind.USAGE,
            "as of "
                + collected.asOf()
                + " the edition "
                + previous.edition()
                + " would hide again what its release "
                + previous.number()
                + " of "
                + previous.manifest().date()
                + " showed",
            "build with a later --as-of, or without one");
      }
    }
  }
}

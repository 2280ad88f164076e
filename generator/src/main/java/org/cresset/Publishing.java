package org.cresset;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Audiences;
import org.cresset.document.Library;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.release.Expectations;
import org.cresset.release.Host;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.release.Remotes;
import org.cresset.release.TreeVerifier;
import org.cresset.seal.Certificate;
import org.cresset.text.Markdown;

/** Hands finished releases to the hosts that serve them, and nothing that a reader would refuse. */
public final class Publishing {
  private static final String EDITION = "{edition}";

  private final Workspace workspace;
  private final Path directory;
  private final Instant now;

  /**
   * @param directory for folders that are named from here
   */
  public Publishing(Workspace workspace, Path directory, Instant now) {
    this.workspace = workspace;
    this.directory = directory;
    this.now = now;
  }

  /**
   * An edition that was handed over.
   *
   * @param to where it is now, without a password
   * @param signer its public key
   * @param open whether it is for anyone
   */
  public record Handed(
      PreviousRelease release, String to, Host.Sent sent, Certificate signer, boolean open) {}

  /** An edition that may be. */
  private record Ready(
      PreviousRelease release, Certificate signer, TreeVerifier readers, String to, boolean open) {}

  /**
   * Verifies all, then sends all.
   *
   * @param named ids of editions; empty: the one for anyone
   * @param to where to; {@code {edition}} stands for the id of each
   * @throws Failure USAGE, KEY, NOT_GENUINE or STALE, and then nothing was sent; ENVIRONMENT if a
   *     host failed
   */
  public List<Handed> publish(Set<String> named, String to) {
    workspace.mustExist();
    try (Collector collector = new Collector(workspace, new Markdown());
        Releases releases = Releases.open(workspace.site())) {
      Library library = collector.library(new Collector.AsTheyLie());
      List<Audience> audiences =
          chosen(Audiences.of(library.configuration(), library.register()), named);
      if (audiences.size() > 1 && !to.contains(EDITION)) {
        throw new Failure(
            Failure.Kind.USAGE,
            "several editions can't all be at " + Host.shown(to),
            "write {edition} where the name of each belongs: --to rsync://host/sites/{edition}");
      }
      new SameReaders(collector.sources(), releases, library.register()).require(audiences);
      TeamKeyring keys = new TeamKeyring(workspace, library.configuration());
      String site = library.configuration().site().url();
      List<Ready> ready = new ArrayList<>();
      for (Audience audience : audiences) {
        ready.add(ready(releases, audience, keys, site, to));
      }
      List<Handed> handed = new ArrayList<>();
      for (Ready r : ready) {
        Path history = workspace.site().resolve(r.release().edition() + ".git");
        Host.Sent sent = Host.of(r.to(), directory, history).send(r.release(), r.readers());
        handed.add(new Handed(r.release(), Host.shown(r.to()), sent, r.signer(), r.open()));
      }
      return handed;
    }
  }

  private static List<Audience> chosen(List<Audience> all, Set<String> named) {
    List<Audience> chosen =
        all.stream().filter(a -> named.isEmpty() ? a.isPublic() : named.contains(a.id())).toList();
    for (String name : named) {
      if (chosen.stream().noneMatch(a -> a.id().equals(name))) {
        throw new Failure(
            Failure.Kind.USAGE,
            "no edition '" + name + "'",
            "cresset.yaml has " + String.join(", ", all.stream().map(Audience::id).toList()));
      }
    }
    if (named.isEmpty() && chosen.size() != 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          chosen.isEmpty() ? "no edition is for anyone" : "several editions are for anyone",
          "name those that are to be published: --edition E,F");
    }
    chosen.stream()
        .filter(Audience::sealed)
        .findFirst()
        .ifPresent(a -> {
          throw new Failure(
              Failure.Kind.USAGE,
              "the edition " + a.id() + " is sealed: it has no tree to serve",
              "send its reader the file under site/.sealed");
        });
    return chosen;
  }

  private Ready ready(
      Releases releases, Audience audience, TeamKeyring keys, String site, String to) {
    String edition = audience.id();
    PreviousRelease release =
        releases
            .previous(edition)
            .orElseThrow(() ->
                new Failure(
                    Failure.Kind.USAGE,
                    "nothing of the edition " + edition + " is released yet",
                    "run: cresset build"));
    Certificate signer = signer(keys, release);
    TreeVerifier readers =
        new TreeVerifier(
            new Expectations(
                Optional.of(signer),
                Optional.empty(),
                Optional.of(site),
                Optional.of(edition),
                Optional.empty()),
            now);
    Host.mustBeGenuine(
        readers.verify(release.tree().toString()),
        "release " + release.number() + " of the edition " + edition);
    String place = to.replace(EDITION, edition);
    String address = place.equals("git") ? "git:" + remote(edition) : place;
    return new Ready(release, signer, readers, address, audience.isPublic());
  }

  /** One of the team's own keys; who else signed it could not be told to readers. */
  private static Certificate signer(TeamKeyring keys, PreviousRelease release) {
    String fingerprint = release.manifest().signer();
    try {
      return keys.certificate(Optional.of(fingerprint));
    } catch (Failure e) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          "release "
              + release.number()
              + " of the edition "
              + release.edition()
              + " says that "
              + fingerprint
              + " signed it, which is no key of the team here",
          "nothing was sent; restore site/ from a backup, or put the public key into "
              + keys.folder(),
          e);
    }
  }

  /** The history repository's own settings are written anew by each build. */
  private String remote(String edition) {
    String name = "cresset-" + edition;
    return Remotes.url(workspace.root(), name)
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.USAGE,
                "the repository of the knowledge base has no remote " + name,
                "run: git remote add " + name + " ADDRESS, or write --to git:ADDRESS"));
  }
}

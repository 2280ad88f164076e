package org.cresset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Site;
import org.cresset.marking.Audience;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.release.Staging;
import org.cresset.seal.Certificate;

/** The tree {@code site/<edition>}. */
final class ServedOutlet implements Outlet {
  private final Workspace workspace;
  private final Releases releases;
  private final Audience audience;
  private final boolean here;
  private final Optional<PreviousRelease> previous;

  ServedOutlet(
      Workspace workspace,
      Releases releases,
      Audience audience,
      Collected collected,
      Site site,
      List<Certificate> known) {
    this.workspace = workspace;
    this.releases = releases;
    this.audience = audience;
    Optional<PreviousRelease> served = releases.previous(audience.id());
    this.here = served.isPresent();
    this.previous =
        served.or(() ->
            collected
                .library()
                .configuration()
                .continues()
                .flatMap(this::published)
                .map(target ->
                    releases.continued(
                        audience.id(), target, known, site.url(), collected.asOf())));
  }

  /** {@code continues} names the public site, or a folder with one tree for each edition. */
  private Optional<String> published(String target) {
    boolean address = target.matches("(?i)https?://.*");
    Path folder = address ? workspace.root() : workspace.root().resolve(target);
    if (!address && Files.isDirectory(folder.resolve(audience.id()))) {
      return Optional.of(folder.resolve(audience.id()).toString());
    }
    return audience.isPublic()
        ? Optional.of(address ? target : folder.toString())
        : Optional.empty();
  }

  @Override
  public Optional<PreviousRelease> previous() {
    return previous;
  }

  @Override
  public Optional<byte[]> before(String path) {
    return previous.flatMap(p -> p.read(path));
  }

  @Override
  public boolean moves() {
    return previous.isPresent() && !here;
  }

  @Override
  public Staging stage() {
    Path memo = workspace.cache("outputs", audience);
    return releases.stage(audience.id(), previous, Optional.of(memo));
  }

  @Override
  public Optional<Finished> heldBack() {
    return Optional.empty();
  }

  @Override
  public void discard() {
    releases.discard(audience.id());
  }
}

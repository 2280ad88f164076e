package org.cresset;

import java.util.List;
import java.util.Optional;
import org.cresset.marking.Audience;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.SealedEditions;
import org.cresset.release.SealedRelease;
import org.cresset.release.Staging;
import org.cresset.seal.Certificate;

/** A file under {@code site/.sealed}. */
final class SealedOutlet implements Outlet {
  private final SealedEditions sealed;
  private final Audience audience;
  private final List<Certificate> readers;
  private final Optional<SealedRelease> previous;

  SealedOutlet(SealedEditions sealed, Audience audience, List<Certificate> readers) {
    this.sealed = sealed;
    this.audience = audience;
    this.readers = readers;
    this.previous = sealed.previous(audience.id());
  }

  @Override
  public Optional<PreviousRelease> previous() {
    return previous.map(SealedRelease::release);
  }

  @Override
  public Optional<byte[]> before(String path) {
    return previous.flatMap(p -> Optional.ofNullable(p.files().get(path)));
  }

  @Override
  public boolean moves() {
    return false;
  }

  @Override
  public Staging stage() {
    return sealed.stage(audience.id(), previous, readers);
  }

  @Override
  public Optional<Finished> heldBack() {
    return previous.map(p -> sealed.again(p, readers));
  }

  /** There is nothing but a file that the next run removes. */
  @Override
  public void discard() {}
}

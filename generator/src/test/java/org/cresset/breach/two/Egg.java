package org.cresset.breach.two;

import java.util.Optional;
import org.cresset.breach.one.Hen;

/** The other half. */
public record Egg(Optional<Hen> from) {
  /** Whose egg it is. */
  public Hen of(Hen other) {
    return other;
  }
}

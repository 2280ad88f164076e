package org.cresset;

import java.util.Optional;
import java.util.function.Supplier;

/** A passphrase that is asked for once in a run: a descriptor can be read only once. */
final class Once implements Supplier<char[]> {
  private final Supplier<char[]> asked;
  private Optional<char[]> phrase = Optional.empty();

  Once(Supplier<char[]> asked) {
    this.asked = asked;
  }

  /** A copy, to be emptied by whoever uses it. */
  @Override
  public synchronized char[] get() {
    if (phrase.isEmpty()) {
      phrase = Optional.of(asked.get());
    }
    return phrase.get().clone();
  }
}

package org.cresset;

import java.util.Optional;
import org.cresset.seal.PassphraseSource;

/** A passphrase that is asked for once in a run: a descriptor can be read only once. */
public final class Once implements PassphraseSource {
  private final PassphraseSource asked;
  private Optional<char[]> phrase = Optional.empty();

  public Once(PassphraseSource asked) {
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

  @Override
  public boolean given() {
    return asked.given();
  }
}

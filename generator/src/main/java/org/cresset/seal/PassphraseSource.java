package org.cresset.seal;

import java.util.function.Supplier;

/** Where a passphrase comes from; a fresh array each time. */
@FunctionalInterface
public interface PassphraseSource extends Supplier<char[]> {
  /**
   * Whether it is there already and nobody need be asked; else a program that asks by itself, as
   * gpg-agent does, should.
   */
  default boolean given() {
    return true;
  }
}

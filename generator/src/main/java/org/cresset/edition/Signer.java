package org.cresset.edition;

import java.util.List;
import java.util.Optional;

/**
 * The key that signs this edition.
 *
 * @param fingerprint of the primary key, 40 hexadecimal digits in upper case
 * @param userId as on the key
 * @param demonstration whether it was made by the program itself; every page then says so
 * @param publicKey armoured
 * @param keys this key and all others that did or will sign, the newest first
 * @param directory the key as mail programs look for it
 */
public record Signer(
    String fingerprint,
    String userId,
    boolean demonstration,
    String publicKey,
    List<TeamKey> keys,
    Optional<WebKey> directory) {

  public Signer {
    keys = List.copyOf(keys);
  }

  /** One without a history. */
  public Signer(String fingerprint, String userId, boolean demonstration, String publicKey) {
    this(fingerprint, userId, demonstration, publicKey, List.of(), Optional.empty());
  }

  /** The fingerprint in groups of four, as people compare it. */
  public String grouped() {
    return fingerprint.replaceAll("(.{4})(?!$)", "$1 ");
  }
}

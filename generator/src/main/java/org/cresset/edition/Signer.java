package org.cresset.edition;

/**
 * The key that signs this edition.
 *
 * @param fingerprint of the primary key, 40 hexadecimal digits in upper case
 * @param userId as on the key
 * @param demonstration whether it was made by the program itself; every page then says so
 * @param publicKey armoured
 */
public record Signer(String fingerprint, String userId, boolean demonstration, String publicKey) {
  /** The fingerprint in groups of four, as people compare it. */
  public String grouped() {
    return fingerprint.replaceAll("(.{4})(?!$)", "$1 ");
  }
}

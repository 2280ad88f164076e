package org.cresset.seal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a key is to be made of.
 *
 * @param name of the team
 * @param email where mail about the key goes
 * @param created in whole seconds
 * @param signingFor how long the signing subkey is valid; empty: without end
 * @param demonstration made by the program itself: said in its user id, and without a passphrase
 */
public record NewKey(
    String name,
    String email,
    Instant created,
    Optional<Duration> signingFor,
    boolean demonstration) {
  static final String MARK = "(demonstration key)";

  /** A key for trying things out, whose signatures prove nothing. */
  public static NewKey demonstration(String name, String email, Instant created) {
    return new NewKey(name, email, created, Optional.empty(), true);
  }

  /** A team's key: the signing subkey lasts one year. */
  public static NewKey of(String name, String email, Instant created) {
    return new NewKey(name, email, created, Optional.of(Duration.ofDays(365)), false);
  }

  /** {@code Name <address>}; characters that have a meaning there are left out of the name. */
  String userId() {
    String plain = name.replaceAll("[()<>\\p{Cntrl}]", "").strip();
    return plain + (demonstration ? " " + MARK : "") + " <" + email + ">";
  }
}

package org.cresset.authoring;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Version numbers of documents: integers, or semantic versions (semver.org 2.0.0). */
final class VersionNumber {
  private static final Pattern SEMANTIC = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-.+)?");

  private VersionNumber() {}

  /**
   * The number after this one in the same style; a new text of a document is a new minor version.
   */
  static Optional<String> after(String number) {
    if (number.matches("\\d+")) {
      return Optional.of(new BigInteger(number).add(BigInteger.ONE).toString());
    }
    Matcher m = SEMANTIC.matcher(number);
    return m.matches()
        ? Optional.of(m.group(1) + "." + new BigInteger(m.group(2)).add(BigInteger.ONE) + ".0")
        : Optional.empty();
  }
}

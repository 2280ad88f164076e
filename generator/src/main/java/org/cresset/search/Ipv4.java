package org.cresset.search;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv4 addresses as numbers. */
final class Ipv4 {
  private static final Pattern ADDRESS =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/\\d{1,2})?");

  private Ipv4() {}

  /** An address, or the first one of a network in CIDR form. */
  static Optional<Long> address(String text) {
    return network(ADDRESS.matcher(text));
  }

  static Optional<Long> network(Matcher fourNumbers) {
    if (!fourNumbers.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(fourNumbers.group(i));
      if (part > 255) {
        return Optional.empty();
      }
      address = address * 256 + part;
    }
    return Optional.of(address);
  }

  static boolean sameNetwork(long a, long b, int bits) {
    long size = 1L << Math.max(0, 32 - bits);
    return a / size == b / size;
  }
}

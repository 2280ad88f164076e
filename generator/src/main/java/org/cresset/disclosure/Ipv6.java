package org.cresset.disclosure;

import java.util.Optional;

/** Reads IPv6 addresses (RFC 4291, section 2.2), without zones. */
final class Ipv6 {
  private Ipv6() {}

  static Optional<Network> parse(String text) {
    int gap = text.indexOf("::");
    int[] left = groups(gap < 0 ? text : text.substring(0, gap));
    int[] right = gap < 0 ? new int[0] : groups(text.substring(gap + 2));
    int count = left.length + right.length;
    boolean complete = gap < 0 ? count == 8 : count <= 7;
    if (!complete || wrong(left) || wrong(right)) {
      return Optional.empty();
    }
    int[] all = new int[8];
    System.arraycopy(left, 0, all, 0, left.length);
    System.arraycopy(right, 0, all, 8 - right.length, right.length);
    return Optional.of(new Network(true, join(all, 0), join(all, 4), 128));
  }

  private static long join(int[] groups, int from) {
    long value = 0;
    for (int i = from; i < from + 4; i++) {
      value = value << 16 | groups[i];
    }
    return value;
  }

  private static boolean wrong(int[] groups) {
    for (int group : groups) {
      if (group < 0) {
        return true;
      }
    }
    return false;
  }

  /** Groups of 16 bits, -1 for what is none. */
  private static int[] groups(String text) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] parts = text.split(":", -1);
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      groups[i] = parts[i].matches("[0-9A-Fa-f]{1,4}") ? Integer.parseInt(parts[i], 16) : -1;
    }
    return groups;
  }
}

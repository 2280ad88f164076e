package org.cresset.edition.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv4 and IPv6 addresses in the one form of their standards (RFC 5952 for IPv6). */
final class Addresses {
  private static final Pattern FOUR =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int GROUPS = 8;

  private Addresses() {}

  static Optional<String> ipv4(String text) {
    return number(text).isPresent() ? Optional.of(text) : Optional.empty();
  }

  /** The address as a number. */
  static Optional<Long> number(String text) {
    Matcher m = FOUR.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    long number = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(m.group(i));
      if (part > 255 || (m.group(i).length() > 1 && m.group(i).startsWith("0"))) {
        return Optional.empty();
      }
      number = number * 256 + part;
    }
    return Optional.of(number);
  }

  static Optional<String> ipv6(String text) {
    String[] halves = text.split("::", -1);
    if (halves.length > 2) {
      return Optional.empty();
    }
    Optional<List<Integer>> head = groups(halves[0]);
    Optional<List<Integer>> tail = groups(halves.length == 2 ? halves[1] : "");
    if (head.isEmpty() || tail.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(head.get());
    int missing = GROUPS - all.size() - tail.get().size();
    if (halves.length == 2 ? missing < 1 : missing != 0) {
      return Optional.empty();
    }
    for (int i = 0; i < missing; i++) {
      all.add(0);
    }
    all.addAll(tail.get());
    return Optional.of(shortest(all));
  }

  /** An address with the length of its prefix. */
  static Optional<String> network(String text) {
    int slash = text.indexOf('/');
    if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
      return Optional.empty();
    }
    int bits = Integer.parseInt(text, slash + 1, text.length(), 10);
    String address = text.substring(0, slash);
    boolean six = address.indexOf(':') >= 0;
    return bits > (six ? 128 : 32)
        ? Optional.empty()
        : (six ? ipv6(address) : ipv4(address)).map(a -> a + "/" + bits);
  }

  /** Whether an IPv4 address lies in an IPv4 network. */
  static boolean contains(String network, String address) {
    int slash = network.indexOf('/');
    Optional<Long> of = number(address);
    Optional<Long> first = slash < 0 ? Optional.empty() : number(network.substring(0, slash));
    if (of.isEmpty() || first.isEmpty()) {
      return false;
    }
    long size = 1L << (32 - Integer.parseInt(network, slash + 1, network.length(), 10));
    return of.get() / size == first.get() / size;
  }

  private static Optional<List<Integer>> groups(String half) {
    List<Integer> groups = new ArrayList<>();
    for (String group : half.isEmpty() ? new String[0] : half.split(":", -1)) {
      if (!GROUP.matcher(group).matches()) {
        return Optional.empty();
      }
      groups.add(Integer.parseInt(group, 16));
    }
    return Optional.of(groups);
  }

  private static String shortest(List<Integer> groups) {
    int start = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups.get(end) == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    return start < 0
        ? join(groups)
        : join(groups.subList(0, start)) + "::" + join(groups.subList(start + length, GROUPS));
  }

  private static String join(List<Integer> groups) {
    return String.join(":", groups.stream().map(Integer::toHexString).toList());
  }
}

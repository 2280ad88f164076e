package org.cresset.disclosure;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network or, with all its bits, one address (RFC 4632, RFC 4291).
 *
 * @param high the first 64 bits; those of an IPv4 address stand in its lowest 32
 * @param low the last 64 bits of an IPv6 address
 * @param bits how many bits it fixes
 */
public record Network(boolean v6, long high, long low, int bits) {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  /** No address lies in it that anyone has. */
  public static final Network NONE = new Network(false, 0, 0, 32);

  /** Reads an address, with or without the length of its prefix. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String length = slash < 0 ? "" : text.substring(slash + 1);
    if (!length.matches("\\d{0,3}")) {
      return Optional.empty();
    }
    Optional<Network> whole = IPV4.matcher(address).matches() ? v4(address) : Ipv6.parse(address);
    int bits = length.isEmpty() ? whole.map(Network::bits).orElse(0) : Integer.parseInt(length);
    return whole.filter(w -> bits <= w.bits()).map(w -> w.first(bits));
  }

  private static Optional<Network> v4(String address) {
    long value = 0;
    for (String part : address.split("\\.")) {
      int octet = Integer.parseInt(part);
      if (octet > 255) {
        return Optional.empty();
      }
      value = value << 8 | octet;
    }
    return Optional.of(new Network(false, value, 0, 32));
  }

  /** Its first address. */
  public Network first() {
    return new Network(v6, high, low, v6 ? 128 : 32);
  }

  /** The network of so many bits in which it lies. */
  public Network first(int n) {
    if (!v6) {
      return new Network(false, high & mask(32 + n), 0, n);
    }
    return new Network(true, high & mask(Math.min(n, 64)), low & mask(Math.max(0, n - 64)), n);
  }

  private static long mask(int n) {
    return n == 0 ? 0 : -1L << (64 - n);
  }

  /** Whether all its addresses lie in this network. */
  public boolean contains(Network other) {
    if (v6 != other.v6 || other.bits < bits) {
      return false;
    }
    Network outer = other.first(bits);
    return outer.high == high && outer.low == low;
  }

  /** Whether the two share an address. */
  public boolean overlaps(Network other) {
    return contains(other) || other.contains(this);
  }

  /** Whether it lies where addresses identify nobody: private, loopback, link-local. */
  public boolean isEverybodys() {
    return EVERYBODYS.stream().anyMatch(n -> n.contains(this));
  }

  private static final java.util.List<Network> EVERYBODYS =
      java.util.stream.Stream.of(
              "10.0.0.0/8",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "fc00::/7",
              "fe80::/10")
          .flatMap(n -> parse(n).stream())
          .toList();
}

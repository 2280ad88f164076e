package org.cresset.edition.seen;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that may be seen again, in one spelling for all its forms.
 *
 * @param type as of an observable: ipv4, ipv6, network, domain, url, email, hash, file, cve, tool
 *     or other
 * @param value refanged; in lower case where case has no meaning
 */
public record Indicator(String type, String value) implements Comparable<Indicator> {
  private static final Comparator<Indicator> ORDER =
      Comparator.comparing(Indicator::type).thenComparing(Indicator::value);

  /** The value in its one spelling. */
  public static Indicator of(String type, String value) {
    String plain = Defanged.refang(value.strip());
    return new Indicator(
        type,
        switch (type) {
          case "cve" -> plain.toUpperCase(Locale.ROOT);
          case "ipv6" -> Addresses.ipv6(plain).orElse(plain.toLowerCase(Locale.ROOT));
          case "network" -> Addresses.network(plain).orElse(plain.toLowerCase(Locale.ROOT));
          case "domain" -> plain.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
          case "ipv4", "hash", "email", "tool" -> plain.toLowerCase(Locale.ROOT);
          case "url" -> Defanged.url(plain);
          default -> plain;
        });
  }

  @Override
  public int compareTo(Indicator other) {
    return ORDER.compare(this, other);
  }
}

package org.cresset.edition.seen;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds indicators in running text. Addresses, networks, hashes and CVE ids are found however they
 * are written; a domain, URL or mail address only if it is defanged, since a harmless one is
 * written as a link.
 */
final class Extractor {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.-])\\d{1,3}(?:\\.\\d{1,3}){3}(/\\d{1,2})?(?![\\w]|\\.\\d)");
  private static final Pattern IPV6 =
      Pattern.compile(
          "(?<![\\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(/\\d{1,3})?(?![\\w:])");
  private static final Pattern CVE =
      Pattern.compile("(?i)(?<!\\w)CVE[-\u2010-\u2015](\\d{4})[-\u2010-\u2015](\\d{4,19})(?!\\d)");
  private static final Pattern HASH = Pattern.compile("(?<!\\w)[0-9A-Fa-f]{32,128}(?!\\w)");
  private static final Set<Integer> HASH_LENGTHS = Set.of(32, 40, 64, 96, 128);
  private static final Pattern EDGES =
      Pattern.compile("^[\\[(*_,;]+(?![^\\[(]*[\\])])|[\\])*_,;:.!?]+$");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://([^/?#:]+).*");
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  /** Names in the DNS have no more (RFC 1035, section 2.3.4); longer ones are too deep to match. */
  private static final int LONGEST_NAME = 255;

  private static final int LONGEST_ADDRESS = LONGEST_NAME + 65;

  private static final Pattern DIGIT = Pattern.compile("[0-9]");
  private static final Pattern LONG_GROUP = Pattern.compile("[0-9A-Fa-f]{3}");

  private final SortedSet<Indicator> found = new TreeSet<>();

  private Extractor() {}

  /** What a text speaks of. */
  static SortedSet<Indicator> find(String text) {
    Extractor extractor = new Extractor();
    Tokens.promising(text, extractor);
    return extractor.found;
  }

  void ipv4(String token) {
    addresses(IPV4, "ipv4", token, Addresses::ipv4);
  }

  void ipv6(String token) {
    addresses(IPV6, "ipv6", token, Extractor::ipv6Form);
  }

  void cve(String token) {
    for (Matcher m = CVE.matcher(token); m.find(); ) {
      found.add(new Indicator("cve", "CVE-" + m.group(1) + "-" + m.group(2)));
    }
  }

  void hash(String token) {
    for (Matcher m = HASH.matcher(token); m.find(); ) {
      if (HASH_LENGTHS.contains(m.group().length())) {
        found.add(new Indicator("hash", m.group().toLowerCase(Locale.ROOT)));
      }
    }
  }

  void defanged(String token) {
    Defanged.words(token).forEach(this::word);
  }

  private void addresses(
      Pattern pattern, String type, String text, Function<String, Optional<String>> form) {
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      if (m.group(1) == null) {
        form.apply(m.group()).ifPresent(a -> found.add(new Indicator(type, a)));
      } else {
        Addresses.network(m.group()).ifPresent(n -> found.add(new Indicator("network", n)));
      }
    }
  }

  /** Names of program code, such as {@code a::b}, have the form of an address too. */
  private static Optional<String> ipv6Form(String text) {
    return DIGIT.matcher(text).find() && LONG_GROUP.matcher(text).find()
        ? Addresses.ipv6(text)
        : Optional.empty();
  }

  private void word(String word) {
    String plain = Defanged.refang(EDGES.matcher(word).replaceAll(""));
    Matcher url = URL.matcher(plain);
    if (url.matches()) {
      found.add(Indicator.of("url", plain));
      host(url.group(1));
    } else if (plain.length() <= LONGEST_ADDRESS && EMAIL.matcher(plain).matches()) {
      found.add(Indicator.of("email", plain));
    } else {
      host(plain);
    }
  }

  private void host(String host) {
    Optional<String> ipv4 = Addresses.ipv4(host);
    Optional<String> network = Addresses.network(host);
    Optional<String> ipv6 = host.contains(":") ? Addresses.ipv6(host) : Optional.empty();
    if (ipv4.isPresent()) {
      found.add(new Indicator("ipv4", host));
    } else if (network.isPresent()) {
      found.add(new Indicator("network", network.get()));
    } else if (ipv6.isPresent()) {
      found.add(new Indicator("ipv6", ipv6.get()));
    } else if (host.length() <= LONGEST_NAME && DOMAIN.matcher(host).matches()) {
      found.add(Indicator.of("domain", host));
    }
  }
}

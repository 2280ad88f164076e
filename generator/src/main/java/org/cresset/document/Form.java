package org.cresset.document;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cresset.scap.Cpe;
import org.cresset.scap.Cvss;
import org.cresset.scap.Cwe;
import org.cresset.scap.PackageUrl;

/**
 * How the text of a value must look.
 *
 * @param test whether a text has the form
 * @param expected the form in words
 * @param help how to write it
 */
record Form(Predicate<String> test, String expected, String help) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final String PLAINLY = "write it plainly, as a log would show it";
  private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());

  /** RFC 3986, of a kind that a reader can open. */
  static final Form URL =
      of(
          "(https?|ftp)://[^\\s<>\"]+|mailto:\\S+",
          "an address with its https://",
          "write it whole");

  /** RFC 5646, well-formed. */
  static final Form LANG =
      of("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language tag", "write for example en or pt-BR");

  static final Form CVE =
      of(
          "CVE-\\d{4}-\\d{4,19}",
          "CVE, the year and at least four digits, such as CVE-2026-12345",
          "put other names into ids: [...]");
  static final Form CWE =
      new Form(
          id -> Cwe.name(id).isPresent(),
          "a weakness of CWE 4.17, by its id",
          "write for example CWE-79; categories and views of CWE are no weaknesses");

  /** Every base metric once, in any version. */
  static final Form CVSS =
      new Form(
          vector -> Cvss.of(vector).isPresent(),
          "a CVSS vector of version 2, 3.0, 3.1 or 4.0",
          "write the vector, not the score: CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");

  static final Form PURL =
      new Form(
          url -> PackageUrl.of(url).isPresent(),
          "a package URL",
          "write for example pkg:npm/left-pad");
  static final Form CPE =
      new Form(
          name -> Cpe.of(name).isPresent(),
          "a CPE name",
          "write for example cpe:2.3:a:example:gateway");
  static final Form CURRENCY =
      of("[A-Z]{3}", "a currency of ISO 4217", "write for example currency: EUR");
  static final Form EMAIL = of("[^@\\s]+@[^@\\s]+", "a mail address", PLAINLY);

  /** An OpenPGP key's: version 4 (RFC 4880) or 6 (RFC 9580). */
  static final Form FINGERPRINT =
      of(
          "([0-9A-Fa-f]{4} *){10}|([0-9A-Fa-f]{4} *){16}",
          "an OpenPGP fingerprint of 40 or 64 hexadecimal digits",
          "copy it from: gpg --fingerprint");

  static final Form PRIORITY = of("[1-5]", "a number from 1 (highest) to 5", "see triage");
  static final Form SPAN =
      of("\\d{1,4}[mhd]", "a number with m, h or d", "write for example 15m, 4h or 3d");
  static final Form DAYS = of("[1-9]\\d{0,3}d", "a number of days", "write for example 90d");
  static final Form PERIOD =
      of("\\d{1,4}[ymwd]", "a number with y, m, w or d", "write for example 7y");

  /** ISO 3166-1, and 3166-2 where a part of a country is meant. */
  static final Form LOCATION =
      new Form(
          s -> s.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?") && COUNTRIES.contains(s.substring(0, 2)),
          "a country or part of one by ISO 3166",
          "write for example AU or US-DC");

  private static final Form HASH =
      of(
          "([A-Za-z0-9-]{2,10}:)?([0-9A-Fa-f]{32}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{56}|[0-9A-Fa-f]{64}"
              + "|[0-9A-Fa-f]{96}|[0-9A-Fa-f]{128})",
          "a hash in hexadecimal digits",
          "copy it whole, for example from: sha256sum FILE");
  static final Form DOMAIN =
      of(
          "(\\*\\.)?([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,62})\\.)+[\\p{L}\\p{N}-]{2,63}\\.?",
          "a domain name",
          PLAINLY);
  private static final Form ANYTHING = new Form(s -> true, "", "");

  static final Form NETWORK =
      new Form(Form::isNetwork, "an address range such as 192.0.2.0/24", PLAINLY);

  /** The form of an observable's value. */
  static Form observable(String type) {
    return switch (type) {
      case "ipv4" -> new Form(Form::isIpv4, "an IPv4 address such as 192.0.2.7", PLAINLY);
      case "ipv6" -> new Form(Form::isIpv6, "an IPv6 address such as 2001:db8::7", PLAINLY);
      case "network" -> NETWORK;
      case "domain" -> DOMAIN;
      case "url" -> of("[A-Za-z][A-Za-z0-9+.-]*:\\S+", "an address with its scheme", PLAINLY);
      case "email" -> EMAIL;
      case "hash" -> HASH;
      case "cve" -> CVE;
      default -> ANYTHING;
    };
  }

  private static Form of(String pattern, String expected, String help) {
    return new Form(Pattern.compile(pattern).asMatchPredicate(), expected, help);
  }

  private static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  /** RFC 4291, section 2.2; without a zone. */
  private static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    String before = text.substring(0, gap);
    String after = text.substring(gap + 2);
    int left = before.isEmpty() ? 0 : groups(before);
    int right = after.isEmpty() ? 0 : groups(after);
    return left >= 0 && right >= 0 && left + right <= 7 && !before.contains(".");
  }

  /** How many groups of 16 bits these are; far below 0 where they are none. */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && isIpv4(parts[i])) {
        count += 2;
      } else if (GROUP.matcher(parts[i]).matches()) {
        count++;
      } else {
        return Integer.MIN_VALUE / 4;
      }
    }
    return count;
  }

  private static boolean isNetwork(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    String length = slash < 0 ? "0" : text.substring(slash + 1);
    if (!length.matches("\\d{1,3}")) {
      return false;
    }
    int bits = Integer.parseInt(length);
    return isIpv4(address) ? bits <= 32 : isIpv6(address) && bits <= 128;
  }
}

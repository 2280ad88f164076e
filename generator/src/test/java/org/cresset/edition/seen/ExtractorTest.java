package org.cresset.edition.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorTest {
  private static List<String> found(String text) {
    return Extractor.find(text).stream().map(i -> i.type() + " " + i.value()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from 198.51.100.23, twice|ipv4 198.51.100.23",
        "198[.]51[.]100[.]23|ipv4 198.51.100.23",
        "198.51.100[dot]23|ipv4 198.51.100.23",
        "the block 203.0.113.64/28.|network 203.0.113.64/28",
        "203[.]0.113.64/28|network 203.0.113.64/28",
        "(2001:DB8:BAD:0:0:0:0:23)|ipv6 2001:db8:bad::23",
        "2001:db8::/32|network 2001:db8::/32",
        "cve-2026-12345)|cve CVE-2026-12345",
        "CVE\u20112026\u201112345|cve CVE-2026-12345",
        "sha1 DA39A3EE5E6B4B0D3255BFEF95601890AFD80709|hash da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "**update-check[.]example[.]net**|domain update-check.example.net",
        "asks Evil(.)Example(.)com.|domain evil.example.com",
        "mail to bad[at]example[.]org,|email bad@example.org",
      })
  void isFoundInItsOneSpelling(String text, String expected) {
    assertThat(found(text)).containsExactly(expected);
  }

  @Test
  void aDefangedUrlAlsoNamesItsHost() {
    assertThat(found("got hxxps://Fines[.]example[.]com/Pay?a=1 from them"))
        .containsExactly("domain fines.example.com", "url https://fines.example.com/Pay?a=1");
    assertThat(found("hxxp://198.51.100[.]23/k"))
        .containsExactly("ipv4 198.51.100.23", "url http://198.51.100.23/k");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at 02:14:37 and 2026-10-03T02:14Z",
        "version 4.2.7 and 10.0.19041.1 and 1.2.3.4.5",
        "999.1.1.1 and 01.2.3.4",
        "https://www.example.org/ and csirt@example.org",
        "deadbeef, 4417093826, CVE-26-1",
        "std::vector and a::b and ::",
        "[link](../x.md) and see[1]",
      })
  void isNotTakenForOne(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void networksHoldTheirAddresses() {
    assertThat(Addresses.contains("203.0.113.64/28", "203.0.113.79")).isTrue();
    assertThat(Addresses.contains("203.0.113.64/28", "203.0.113.80")).isFalse();
    assertThat(Addresses.contains("0.0.0.0/0", "203.0.113.80")).isTrue();
  }
}

package org.cresset.scap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cresset.model.Product;
import org.cresset.model.Software;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Software in use against an advisory's products: certain, possible, or not at all. */
class MatchTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # in use                          | affected           | fixed   | certain, possible, or no
          Gateway 4.2.6                     | >=4.0 <4.2.7       |         | certain
          Gateway v4.2.6                    | >= 4.0 < 4.2.7     |         | certain
          Gateway 4.2.7                     | >=4.0 <4.2.7       |         | no
          Gateway 4.10                      | >=4.0 <4.2.7       |         | no
          Gateway 4.1                       | >=4.0              | 4.1     | no
          Gateway 4.1                       | >=4.0              | none    | certain
          Gateway 3.8.19                    | *                  | none    | certain
          Gateway                           | >=4.0 <4.2.7       |         | possible
          Gateway 4.1                       | >=4.0 <           |         | possible
          Gateway 4.1                       |                    | 4.2     | possible
          gate-way 4.1                      | 4.1                |         | certain
          Other 4.1                         | *                  |         | no
          Gateway 4.1 by Mailwright         | *                  |         | certain
          Gateway 4.1 by Somebody           | *                  |         | no
          pkg:pypi/Gate_Way@1.0rc1          | <1.0               |         | certain
          pkg:pypi/gate-way@1.0             | <1.0               |         | no
          pkg:pypi/gate@1.0                 | *                  |         | no
          cpe:2.3:a:mw:gateway:4.1:*:*:*:*:*:*:* | >=4.0          |         | certain
          cpe:/a:mw:gateway:4.1             | >=4.0              |         | certain
          cpe:2.3:h:mw:gateway:4.1:*:*:*:*:*:*:* | >=4.0          |         | no
          """)
  void matches(String used, String affected, String fixed, String expected) {
    List<Match> matches = Match.of(List.of(software(used)), List.of(product(affected, fixed)));
    String found = matches.isEmpty() ? "no" : matches.getFirst().certain() ? "certain" : "possible";
    assertThat(found).isEqualTo(expected);
    assertThat(matches).allSatisfy(m -> assertThat(m.reason()).contains("the same ", "; "));
  }

  @ParameterizedTest
  @CsvSource({"Gateway 4.1, the same product name; version 4.1 is in the affected range >=4.0"})
  void saysWhy(String used, String reason) {
    assertThat(Match.of(List.of(software(used)), List.of(product(">=4.0", null))))
        .singleElement()
        .satisfies(m -> assertThat(m.reason()).isEqualTo("Gateway 4.1: " + reason));
  }

  private static Software software(String used) {
    if (used.startsWith("pkg:")) {
      return software("Library", Optional.empty(), Optional.of(used), Optional.empty());
    }
    if (used.startsWith("cpe:")) {
      return software("Gateway", Optional.empty(), Optional.empty(), Optional.of(used));
    }
    String[] byVendor = used.split(" by ");
    String[] words = byVendor[0].split(" ");
    return new Software(
        byVendor.length > 1 ? Optional.of(byVendor[1]) : Optional.empty(),
        words[0],
        words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Software software(
      String name, Optional<String> version, Optional<String> purl, Optional<String> cpe) {
    return new Software(Optional.empty(), name, version, purl, cpe);
  }

  private static Product product(String affected, String fixed) {
    return new Product(
        Optional.empty(),
        Optional.of("Mailwright"),
        "Gateway",
        affected == null ? List.of() : List.of(affected),
        fixed == null ? List.of() : List.of(fixed),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of("pkg:pypi/gate-way"),
        Optional.of("cpe:2.3:a:mw:gateway:*:*:*:*:*:*:*:*"));
  }
}

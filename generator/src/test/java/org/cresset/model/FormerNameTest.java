package org.cresset.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aliases that could once have been an id or an address, and those that could not. */
class FormerNameTest {
  @ParameterizedTest
  @CsvSource({
    "ADVISORY, csa-2025-w3nd, advisories/csa-2025-w3nd, ",
    "ADVISORY, advisories/2025/csa-2025-w3nd, advisories/csa-2025-w3nd, 2025",
    "ADVISORY, /advisories/2025/csa-2025-w3nd/, advisories/csa-2025-w3nd, 2025",
    "POLICY, pages/mandate, pages/mandate, ",
    "POLICY, policies/v1.2, policies/v1.2, ",
    "PAGE, old/contact, pages/old/contact, ",
    "PAGE, help, pages/help, "
  })
  void namesADocument(Kind kind, String alias, String name, String year) {
    assertThat(FormerName.of(kind, alias))
        .hasValueSatisfying(n -> {
          assertThat(n.id()).hasToString(name);
          assertThat(n.year().orElse(null)).isEqualTo(year);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "ADVISORY, the gateway hole",
    "ADVISORY, advisories/2025/a/b",
    "ADVISORY, advisories/25/a",
    "REPORT, reports/year/2026",
    "PAGE, search",
    "PAGE, Keys/old",
    "PAGE, assets/old",
    "POLICY, ../keys",
    "POLICY, .well-known",
    "POLICY, index.html",
    "ADVISORY, advisories/2025/feed.atom",
    "POLICY, a//b",
    "POLICY, ''"
  })
  void namesNone(Kind kind, String alias) {
    assertThat(FormerName.of(kind, alias)).isEmpty();
  }
}

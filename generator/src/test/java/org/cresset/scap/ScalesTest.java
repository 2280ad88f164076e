package org.cresset.scap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cresset.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalesTest {
  /** Scores that the specifications' examples and FIRST's calculators give. */
  @ParameterizedTest
  @CsvSource({
    "AV:N/AC:L/Au:N/C:N/I:N/A:C, 2.0, 7.8, HIGH",
    "AV:N/AC:L/Au:N/C:C/I:C/A:C, 2.0, 10.0, HIGH",
    "AV:L/AC:H/Au:N/C:C/I:C/A:C, 2.0, 6.2, MEDIUM",
    "CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 3.0, 6.1, MEDIUM",
    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 3.1, 9.8, CRITICAL",
    "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O, 3.1, 8.8, HIGH",
    "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N, 3.1, 0.0, NONE",
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 4.0, 9.3, CRITICAL",
    "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 4.0, 7.3, HIGH",
  })
  void vectorsAreScored(String vector, String version, double score, Severity rating) {
    assertThat(Cvss.of(vector)).contains(new Cvss(version, vector, score, rating));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "9.8",
        "CVSS:3.1",
        "CVSS:3.1/",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X",
        "CVSS:3.1/AV:N/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:Q",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/",
        "CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H",
        "AV:N/AC:L/Au:N/C:N/I:N",
      })
  void whatIsNoVectorIsRefused(String text) {
    assertThat(Cvss.of(text)).isEmpty();
  }

  @Test
  void weaknessesHaveTheirExactNames() {
    assertThat(Cwe.name("CWE-79"))
        .contains(
            "Improper Neutralization of Input During Web Page Generation"
                + " ('Cross-site Scripting')");
    assertThat(Cwe.name("CWE-1000")).isEmpty();
    assertThat(Cwe.name("CWE-16")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pkg:maven/org.example/libexparse, Maven, org.example:libexparse",
    "pkg:npm/%40example/libexparse@3.2.0, npm, @example/libexparse",
    "pkg:golang/example.org/mod, Go, example.org/mod",
    "pkg:pypi/Example_Lib, PyPI, example-lib",
  })
  void packageUrlsNameTheirEcosystem(String purl, String ecosystem, String name) {
    PackageUrl url = PackageUrl.of(purl).orElseThrow();
    assertThat(url.ecosystem()).contains(ecosystem);
    assertThat(url.name()).isEqualTo(name);
    assertThat(url.at("9.1").version()).isEqualTo(Optional.of("9.1"));
    assertThat(url.ofAllVersions().version()).isEmpty();
  }

  @Test
  void anUnknownEcosystemIsNone() {
    assertThat(PackageUrl.of("pkg:generic/libexparse").orElseThrow().ecosystem()).isEmpty();
    assertThat(PackageUrl.of("pkg:npm")).isEmpty();
  }
}

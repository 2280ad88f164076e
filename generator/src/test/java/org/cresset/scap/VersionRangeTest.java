package org.cresset.scap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
  /** Versions as people order them. */
  private static final List<String> ORDERED =
      List.of(
          "0.9",
          "1.0-alpha.1",
          "1.0-alpha.2",
          "1.0-beta",
          "1.0-rc1",
          "1.0",
          "1.0.1",
          "1.2",
          "1.9",
          "1.10",
          "1.10.3-p1",
          "2",
          "2.0.1",
          "10",
          "2019",
          "2019 R2",
          "20190101");

  @Test
  void versionsAreOrderedAsPeopleReadThem() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> shuffled = new ArrayList<>(ORDERED);
      Collections.shuffle(shuffled, new Random(seed));
      shuffled.sort(VersionOrder.INSTANCE);
      assertThat(shuffled).isEqualTo(ORDERED);
    }
    assertThat(VersionOrder.INSTANCE.compare("v4.0", "4")).isZero();
    assertThat(VersionOrder.INSTANCE.compare("4.00.0", "4")).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    ">=4.0 <4.2.7, 4.0, true",
    ">=4.0 <4.2.7, 4.2.6, true",
    ">=4.0 <4.2.7, 4.2.7, false",
    ">=4.0 <4.2.7, 3.9, false",
    "'>= 4.0, < 4.2.7', 4.1, true",
    "*, 17, true",
    "4.10, 4.10, true",
    "4.10, 4.1, false",
    "'>=1 !=1.5', 1.5, false",
    "'>=1 !=1.5', 1.6, true",
    "vers:npm/1.2|>=2|<3|>=4|<=5, 1.2, true",
    "vers:npm/1.2|>=2|<3|>=4|<=5, 3, false",
    "vers:npm/1.2|>=2|<3|>=4|<=5, 5, true",
    "vers:npm/<1|>=2, 0.5, true",
    "vers:npm/<1|>=2, 1.5, false",
    "vers:npm/<1|>=2, 99, true",
    "vers:generic/2019%20R2, 2019 R2, true",
  })
  void aRangeHoldsItsVersions(String range, String version, boolean holds) {
    assertThat(VersionRange.of(range).contains(version)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({
    ">=4.0 <4.2.7, 4.2.7, false",
    ">=4.0 <4.2.7, 4.2, true",
    ">=4.0 <4.2.7, >=4.2.7, false",
    ">=4.0 <=4.2.7, >=4.2.7, true",
    "*, 1, true",
    "<2, >=2, false",
    "<2, >1.9, true",
    "'>=1 <=2 !=2', 2, false",
    "vers:npm/<1|>=2|<3, vers:npm/>=1|<2, false",
  })
  void overlapsAreSeen(String a, String b, boolean overlap) {
    assertThat(VersionRange.of(a).overlaps(VersionRange.of(b))).isEqualTo(overlap);
    assertThat(VersionRange.of(b).overlaps(VersionRange.of(a))).isEqualTo(overlap);
  }

  @ParameterizedTest
  @CsvSource({
    ">=4.0 <4.2.7, vers:generic/>=4.0|<4.2.7",
    "<4.2.7 >=4.0, vers:generic/>=4.0|<4.2.7",
    "*, vers:generic/*",
    "2019 R2, vers:generic/2019%20R2",
    "'>=1 !=1.5 <2', vers:generic/>=1|!=1.5|<2",
    "vers:npm/>=1|<2, vers:npm/>=1|<2",
  })
  void aRangeIsWrittenAsSpecifier(String range, String vers) {
    assertThat(VersionRange.of(range).vers("generic")).isEqualTo(vers);
    assertThat(VersionRange.of(vers).spans()).isEqualTo(VersionRange.of(range).spans());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ">=4.0 4.2",
        "<",
        ">=2 <1",
        ">1 <1",
        "=1 =2",
        "vers:npm",
        "vers:npm/",
        "vers:/1",
        "vers:npm/2|1",
        "vers:npm/>1|>2",
        "vers:npm/>=1|<2|<3",
        "vers:npm/1|1",
        "vers:npm/1||2",
        "a|b",
        ">= <2",
        ""
      })
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> VersionRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

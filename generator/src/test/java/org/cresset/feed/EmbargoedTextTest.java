package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.cresset.testkit.Demonstration;
import org.junit.jupiter.api.Test;

/** A text under embargo says so wherever it is taken, also in the team's own edition. */
class EmbargoedTextTest {
  @Test
  void theTeamsCopyIsMarkedAsInConfidenceUntilItsRelease() throws Exception {
    Path staff = Demonstration.tree("staff");
    Path advisories = staff.resolve("advisories");
    assertThat(Files.readString(advisories.resolve("2026/csa-2026-h3vj/csa-2026-h3vj.txt")))
        .startsWith("TLP:CLEAR");
    assertThat(Files.readString(advisories.resolve("2027/csa-2026-y8ck/csa-2026-y8ck.txt")))
        .startsWith("TLP:AMBER+STRICT");
    assertThat(Files.readString(advisories.resolve("2026/csa-2026-f7wt/csa-2026-f7wt.txt")))
        .as("a draft")
        .startsWith("TLP:AMBER+STRICT");
    assertThat(Files.readString(staff.resolve(".well-known/csaf/2027/csa-2026-y8ck.json")))
        .contains("TLP v2.0: TLP:AMBER+STRICT");
  }
}

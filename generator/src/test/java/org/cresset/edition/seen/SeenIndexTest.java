package org.cresset.edition.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.edition.Edition;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenIndexTest {
  private static final Map<String, String> FILES =
      Map.of(
          "reports/1000000001.md",
          Editions.report(
              "sites: [northgate]\nlogged: 2026-10-03T00:00Z\nobservables:\n"
                  + "  - {type: ipv4, value: 198.51.100.23, note: uploads, basis: observation}\n"
                  + "  - {type: tool, value: mail store copier}\n"
                  + "  - {type: domain, value: evil.example.net}\n",
              "## Chronology\n\n- 2026-10-03T02:14Z observation: 198[.]51[.]100[.]23 again\n"
                  + "- 2026-10-05T02:14Z observation: 198.51.100.23 for the last time"),
          "reports/1000000002.md",
          Editions.report(
              "sites: [kelpie]\nlogged: 2026-11-03T00:00Z\n",
              "The Mail Store Copier asked evil.example.net, then CVE-2026-12345.\n\n"
                  + "::: sensitive\nAlso 203.0.113.9.\n:::\n"),
          "sightings/2026.csv",
          "at,site,type,value,method,outcome,report\n"
              + "2026-01-08T15:47Z,saltmarsh,ipv4,198.51.100.23,scanning,unsuccessful,\n"
              + "2026-12-08T15:47Z,kelpie,network,198.51.100.0/24,scanning,,1000000001\n",
          "advisories/a.md",
          "---\ntitle: A\nclassification: public\nstatus: final\naction: Patch.\n---\nCVE-2026-12345\n");

  @TempDir private Path root;

  private static Optional<Seen> find(SeenIndex index, String type, String value) {
    return index.all().stream()
        .filter(s -> s.indicator().equals(new Indicator(type, value)))
        .findFirst();
  }

  @Test
  void everyPlaceIsFoundHoweverItIsWritten() {
    SeenIndex index = SeenIndex.of(Editions.staff(root, FILES));
    Seen address = find(index, "ipv4", "198.51.100.23").orElseThrow();
    assertThat(address.sites()).containsExactly("northgate", "saltmarsh");
    assertThat(address.first()).isEqualTo("2026-01-08T15:47:00Z");
    assertThat(address.last()).isEqualTo("2026-10-05T02:14:00Z");
    assertThat(address.reports()).hasSize(1);
    assertThat(address.sightings()).isOne();
    for (String[] name :
        List.of(
            new String[] {"tool", "mail store copier"},
            new String[] {"domain", "evil.example.net"})) {
      assertThat(find(index, name[0], name[1]).orElseThrow().sites())
          .containsExactly("kelpie", "northgate");
    }
    Seen hole = find(index, "cve", "CVE-2026-12345").orElseThrow();
    assertThat(hole.advisories()).hasSize(1);
    Seen network = find(index, "network", "198.51.100.0/24").orElseThrow();
    assertThat(index.inside(network.indicator())).containsExactly(address.indicator());
    assertThat(network.reports()).hasSize(1);
    assertThat(find(index, "ipv4", "203.0.113.9")).isPresent();
  }

  @Test
  void nothingOfWhatIsWithheldCounts() {
    Edition edition = Editions.forAnyone(root, FILES);
    assertThat(edition.articles()).isNotEmpty();
    assertThat(SeenIndex.of(edition).all()).isEmpty();
  }
}

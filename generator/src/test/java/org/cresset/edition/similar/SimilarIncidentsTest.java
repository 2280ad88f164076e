package org.cresset.edition.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.seen.SeenIndex;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarIncidentsTest {
  @TempDir private Path root;

  private List<Similar> to(String id, Map<String, String> files) {
    Edition edition = Editions.staff(root, files);
    Article report = edition.articles().get(new DocumentId(Kind.REPORT, id));
    return SimilarIncidents.of(edition, SeenIndex.of(edition)).to(report, 5);
  }

  @Test
  void whatIsRareInCommonComesFirstAndIsSaid() {
    List<Similar> similar =
        to(
            "1000000001",
            Map.of(
                "reports/1000000001.md",
                Editions.report(
                    "methods: [phishing]\nsites: [northgate]\nsoftware: [Example Webmail 4.2]\n",
                    "From 198.51.100.23."),
                "reports/1000000002.md",
                Editions.report("methods: [phishing]\nsites: [kelpie]\n", ""),
                "reports/1000000003.md",
                Editions.report(
                    "methods: [phishing]\nsoftware: [example webmail 5]\n", "By 198[.]51.100.23!"),
                "reports/1000000004.md",
                Editions.report("methods: [malware]\nsites: [northgate]\n", ""),
                "reports/1000000005.md",
                Editions.report("methods: [malware]\n", "")));
    assertThat(similar.stream().map(s -> s.article().id().id()).toList())
        .containsExactly("1000000003", "1000000002");
    assertThat(similar.getFirst().reasons())
        .containsExactly(
            new Similar.Reason("seen in both", List.of("198.51.100.23")),
            new Similar.Reason("same software", List.of("example webmail")),
            new Similar.Reason("same method", List.of("phishing")));
    assertThat(similar).allSatisfy(s -> assertThat(s.score()).isBetween(0.0, 1.0));
  }

  @Test
  void aCaseThatIsLikeNoOtherHasNone() {
    assertThat(
            to(
                "1000000001",
                Map.of(
                    "reports/1000000001.md", Editions.report("sites: [kelpie]\n", ""),
                    "reports/1000000002.md", Editions.report("sites: [kelpie]\n", ""))))
        .isEmpty();
  }
}

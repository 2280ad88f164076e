package org.cresset.edition.due;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cresset.edition.Edition;
import org.cresset.testkit.Editions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuesTest {
  private static final Map<String, String> FILES =
      Map.of(
          "reports/1000000001.md",
          Editions.report(
              "priority: 2\nlogged: 2026-11-20T00:00Z\nrefer_again: 2026-11-26\n"
                  + "actions:\n  - {who: kt, delivers: a list, by: 2026-11-20}\n"
                  + "  - {who: kt, delivers: a thing, by: 2026-11-19, done: 2026-11-18}\n"
                  + "permissions:\n"
                  + "  - {constituent: kelpie, what: name, to: press, granted_by: x, on: 2026-01-01, until: 2026-12-31}\n"
                  + "  - {constituent: kelpie, what: name, to: you, granted_by: x, on: 2026-01-01, until: 2026-02-01}\n",
              ""),
          "reports/1000000002.md",
          Editions.report(
              "priority: 1\nnext_update: 2026-11-21T00:00Z\nlogged: 2026-11-01T00:00Z\n", ""),
          "reports/1000000003.md",
          Editions.report("logged: 2019-11-01T00:00Z\nclosed: 2019-12-01T00:00Z\n", "")
              .replace("status: open", "status: closed"),
          "reports/1000000004.md",
          Editions.report(
                  "logged: 2019-11-01T00:00Z\nclosed: 2019-12-01T00:00Z\nlegal_hold: yes\n", "")
              .replace("status: open", "status: closed"),
          "policies/old.md",
          "---\ntitle: Old\nclassification: public\nstatus: retired\nreview_on: 2020-01-01\n---\nx\n",
          "policies/new.md",
          "---\ntitle: New\nclassification: public\nstatus: approved\napproved_by: x\n"
              + "approved_on: 2026-01-01\neffective_from: 2026-01-01\nreview_on: 2026-11-22\n---\nx\n");

  @TempDir private Path root;

  @Test
  void whatSomebodyHasToKeepIsListedByItsTime() {
    List<Due> dues = Dues.of(Editions.staff(root, FILES));
    assertThat(dues.stream().map(d -> d.by().toString().substring(0, 10) + " " + d.what()).toList())
        .containsExactly(
            "2026-11-20 kt: a list",
            "2026-11-21 report update",
            "2026-11-22 review",
            "2026-11-26 referred again",
            "2026-12-01 retention ends",
            "2026-12-31 permission of kelpie for press ends");
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    assertThat(dues.stream().filter(d -> d.late(noon)).map(Due::kind))
        .containsExactly(Due.Kind.ACTION, Due.Kind.UPDATE);
  }

  @Test
  void theTargetsSayWhenNobodyPromised() {
    List<OpenCases.Case> cases = OpenCases.of(Editions.staff(root, FILES));
    assertThat(cases.stream().map(c -> c.article().id().id()))
        .containsExactly("1000000002", "1000000001");
    assertThat(cases.getFirst().promised()).isTrue();
    assertThat(cases.getLast().expected()).contains(Instant.parse("2026-11-20T01:00:00Z"));
  }

  @Test
  void othersAreToldNothingOfTheTeamsOwn() {
    Edition edition = Editions.forAnyone(root, FILES);
    assertThat(Dues.of(edition)).extracting(Due::what).containsExactly("review");
  }
}

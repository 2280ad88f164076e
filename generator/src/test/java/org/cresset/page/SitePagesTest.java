package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.edition.Edition;
import org.cresset.edition.Slugs;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;

/** Whole editions: every page, its links, its marking, and what it depends on. */
class SitePagesTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private static MemorySite render(Edition edition) {
    MemorySite site = new MemorySite();
    new PageRenderer(List.of(), new Markdown()).render(edition, site, new Problems());
    return site;
  }

  @Test
  void everyRelativeLinkLeadsToAFileAndEveryAnchorToAnId() {
    for (Edition edition : List.of(SampleEditions.forAnyone(), SampleEditions.staff())) {
      MemorySite site = render(edition);
      List<String> dangling = new ArrayList<>();
      for (String path : site.files.keySet()) {
        if (path.endsWith(".html") && !path.equals("404.html")) {
          check(site, path, dangling);
        }
      }
      assertThat(dangling).isEmpty();
    }
  }

  private static void check(MemorySite site, String path, List<String> dangling) {
    Matcher link = LINK.matcher(site.text(path));
    while (link.find()) {
      URI to = URI.create(link.group(1));
      if (to.isAbsolute()) {
        continue;
      }
      String target = URI.create(path).resolve(to.getPath()).getPath();
      target = to.getPath().isEmpty() ? path : target;
      boolean others =
          target.matches(
              "(.*/)?feed\\.(atom|json)|(.*/)?[a-z-]+\\.(csv|ics)|SHA256SUMS|.*\\.txt(\\.asc)?|.*/search.*"
                  + "|\\.well-known/csaf/.*|osv/.*");
      boolean anchor =
          to.getFragment() == null
              || (site.files.containsKey(target)
                  && site.text(target).contains(" id=\"" + to.getFragment() + "\""));
      if ((!site.files.containsKey(target) && !others) || !anchor) {
        dangling.add(path + " -> " + link.group(1));
      }
    }
  }

  @Test
  void idsAreUniqueInAPage() {
    MemorySite site = render(SampleEditions.staff());
    for (String path : site.files.keySet()) {
      if (path.endsWith(".html")) {
        List<String> ids = ID.matcher(site.text(path)).results().map(r -> r.group(1)).toList();
        assertThat(ids).as(path).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void everyPageEndsWithALineAndHasNoBlankLines() {
    MemorySite site = render(SampleEditions.staff());
    for (String path : site.files.keySet()) {
      if (path.endsWith(".html")) {
        assertThat(site.text(path)).as(path).startsWith("<!doctype html>\n").endsWith("</html>\n");
        assertThat(
                site.text(path).replaceAll("(?s)<pre.*?</pre>|<div class=\"body\">.*?</div>", "x"))
            .as(path)
            .doesNotContain("\n\n\n", "\r");
      }
    }
  }

  @Test
  void everyPageIsMarkedAboveAndBelow() {
    MemorySite site = render(SampleEditions.staff());
    assertThat(site.text("reports/4417093826/index.html").split("TLP:AMBER\\+STRICT")).hasSize(4);
    assertThat(site.text("reports/index.html"))
        .containsSubsequence("TLP:AMBER+STRICT", "<h1>", "TLP:AMBER+STRICT");
    assertThat(site.text("policies/index.html")).contains("TLP:CLEAR").doesNotContain("TLP:AMBER");
    assertThat(site.text("advisories/2026/csa-2026-k7f3/index.html"))
        .as("a public page that names a private report")
        .contains("Web shells on three mail gateways", "TLP:AMBER+STRICT");
  }

  @Test
  void aPageOfWhatIsNotReleasedIsMarkedAsInConfidence() {
    assertThat(page(p -> p)).contains("TLP:CLEAR").doesNotContain("TLP:AMBER");
    assertThat(page(p -> p.status(Status.DRAFT)))
        .containsSubsequence("TLP:AMBER+STRICT", "<h1>", "once it is released", "TLP:AMBER+STRICT");
    assertThat(page(p -> p.embargo("2027-02-01T00:00:00Z")))
        .containsSubsequence("TLP:AMBER+STRICT", "<h1>", "Embargoed", "TLP:AMBER+STRICT");
  }

  private static String page(UnaryOperator<Samples.Builder> change) {
    Details details = new Details.Term(Optional.empty(), List.of(), List.of());
    Samples.Builder plan =
        Samples.article(Kind.TERM, "plan", "Plan", details, "What we mean to do.\n")
            .status(Status.PUBLISHED);
    return render(Samples.staffEdition(change.apply(plan).build()))
        .text("glossary/plan/index.html");
  }

  @Test
  void whatTheTeamAloneHasIsNotOnOtherPages() {
    MemorySite site = render(SampleEditions.forAnyone());
    assertThat(site.files.keySet()).noneMatch(path -> path.startsWith("reports/"));
    assertThat(site.text("index.html")).doesNotContain("Reports", "The desk");
    assertThat(render(SampleEditions.staff()).text("index.html")).contains("The desk", "Reports");
  }

  @Test
  void aReportShowsTheWholeCase() {
    assertThat(render(SampleEditions.staff()).text("reports/4417093826/index.html"))
        .containsSubsequence(
            "held by <strong>kt</strong>",
            "Occurred",
            "6 h 26 min later",
            "Timeline",
            "site administrator, unverified",
            "handover",
            "unmarked",
            "Attempts to disprove it",
            "standing",
            "Actions",
            "What happened and when",
            "evidence clerk",
            "AUD 4\u202f350.50",
            "EUR 900");
  }

  @Test
  void theDeskSaysWhatIsLate() {
    assertThat(render(SampleEditions.staff()).text("index.html"))
        .containsSubsequence("Referred again", "yesterday", "Promised updates", "today")
        .containsSubsequence("Open cases", "Priority 1", "Reviews due");
  }

  @Test
  void aLinkThatLeadsNowhereLeavesItsWords() {
    assertThat(render(SampleEditions.forAnyone()).text("policies/triage/index.html"))
        .contains("<a href=\"../charter/index.html\">charter</a>", "and nothing.");
  }

  @Test
  void onlyTheTeamsDeskDependsOnTheDay() {
    assertDays(SampleEditions.forAnyone(), List.of());
    assertDays(SampleEditions.staff(), List.of("index.html"));
  }

  private static void assertDays(Edition e, List<String> changing) {
    Edition later =
        new Edition(
            e.audience(),
            e.site(),
            e.asOf().plusSeconds(86_400),
            e.articles(),
            e.intros(),
            e.affected(),
            e.team());
    MemorySite one = render(e);
    MemorySite two = render(later);
    assertThat(one.files.keySet()).isEqualTo(two.files.keySet());
    assertThat(one.files.keySet().stream().filter(p -> !one.text(p).equals(two.text(p))).toList())
        .isEqualTo(changing);
    assertThat(
            one.inputs.keySet().stream()
                .filter(p -> !one.inputs.get(p).equals(two.inputs.get(p)))
                .toList())
        .isEqualTo(changing);
  }

  @Test
  void slugsOfDifferentNamesDiffer() {
    List<String> names =
        List.of("a b", "a-b", "a_b", "a.b", "a  b", "a+b", "ä", "b", "a b+1234567890", "-a b", "…");
    assertThat(names.stream().map(Slugs::slug).toList())
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z0-9._+-]+"));
    assertThat(Slugs.slug("Example Mail Gateway")).isEqualTo("example_mail_gateway");
  }

  @Test
  void rangesAreSaidInWords() {
    assertThat(Ranges.words(List.of(">=4.0 <4.2.7", "*")))
        .isEqualTo("4.0 and later, before 4.2.7; all versions");
    assertThat(Ranges.words(List.of("vers:semver/>=1.0|<=2.0")))
        .isEqualTo("1.0 and later, up to 2.0");
    assertThat(Ranges.words(List.of("4.10"))).isEqualTo("4.10");
    assertThat(Ranges.words(List.of("some old ones"))).isEqualTo("some old ones");
  }
}

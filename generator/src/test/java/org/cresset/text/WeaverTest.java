package org.cresset.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.model.MarkedText;
import org.junit.jupiter.api.Test;

class WeaverTest {
  private static final Glossary GLOSSARY =
      Glossary.of(
          List.of(
              term("csirt", "Computer security incident response team", "CSIRT", "CSIRTs"),
              term("incident", "incident", null, "incidents"),
              term("cert", "CERT", "CERT"),
              term("mail-gateway", "mail gateway", null),
              term("gateway", "gateway", null),
              term("c-and-c", "command & control", "C&C")));
  private static final Place PAGE =
      Place.of(d -> d.endsWith(".md") ? Optional.of("to/" + d) : Optional.empty(), "../");

  private static Glossary.Entry term(String id, String name, String abbreviation, String... also) {
    return new Glossary.Entry(
        id,
        "glossary/" + id + "/index.html",
        name,
        Optional.ofNullable(abbreviation),
        List.of(also));
  }

  private static Woven weave(String markdown, Place place) {
    return Weaver.weave(new Markdown().render(MarkedText.of(markdown)), GLOSSARY, place);
  }

  private static String html(String markdown) {
    return weave(markdown, PAGE).html().toString();
  }

  private static String link(String id, String words) {
    return "<a class=\"term\" aria-describedby=\"def-%s\" href=\"../glossary/%s/index.html\">%s</a>"
        .formatted(id, id, words);
  }

  @Test
  void linksATermAtItsFirstUseInASection() {
    assertThat(html("A CSIRT. A CSIRT.\n\n## Next\n\nA CSIRT."))
        .isEqualTo(
            "<p>A "
                + link("csirt", "CSIRT")
                + ". A CSIRT.</p>\n<h2 id=\"next\">Next</h2>\n<p>A "
                + link("csirt", "CSIRT")
                + ".</p>\n");
  }

  @Test
  void theLongestTermWinsAndItsPartsAreNotLinkedAlone() {
    assertThat(html("The Mail\ngateway, the mail gateway, a gateway."))
        .isEqualTo(
            "<p>The "
                + link("mail-gateway", "Mail\ngateway")
                + ", the mail gateway, a "
                + link("gateway", "gateway")
                + ".</p>\n");
  }

  @Test
  void abbreviationsKeepTheirCaseAndOtherFormsDoNot() {
    assertThat(html("cert Csirt CERT INCIDENTS"))
        .isEqualTo(
            "<p>cert Csirt "
                + link("cert", "CERT")
                + " "
                + link("incident", "INCIDENTS")
                + "</p>\n");
  }

  @Test
  void onlyWholeWordsAreTerms() {
    String text = "preincident incident-driven cert.example.org/CERT x@CERT.example.org CERT_A";
    assertThat(html(text)).isEqualTo("<p>" + text + "</p>\n");
    assertThat(html("An incident.")).contains(link("incident", "incident"));
  }

  @Test
  void noTermIsLinkedInHeadingsLinksCodeOrLabels() {
    String text =
        "## CSIRT\n\n[CSIRT](a.md) `CSIRT` https://example.org/CSIRT\n\n    CSIRT\n\n!!! note \"CSIRT\"\n";
    assertThat(weave(text, PAGE).terms()).isEmpty();
  }

  @Test
  void termsWithMarkupCharactersAreFound() {
    assertThat(html("by C&C & more")).contains(link("c-and-c", "C&amp;C") + " &amp; more");
  }

  @Test
  void aTermIsNotLinkedOnItsOwnPage() {
    Woven woven = weave("An incident, a CSIRT.", PAGE.withSelf("incident"));
    assertThat(woven.terms()).extracting(Glossary.Entry::id).containsExactly("csirt");
  }

  @Test
  void linksThatLeadNowhereLeaveTheirWordsAndAreTold() {
    List<String> told = new ArrayList<>();
    Woven woven =
        weave(
            "[a *b*](gone.txt) ![pic](gone.png) [c](doc:x) [d](d.md)",
            PAGE.withUnresolved(told::add));
    assertThat(woven.html().toString())
        .isEqualTo("<p>a <em>b</em> pic c <a href=\"to/d.md\">d</a></p>\n");
    assertThat(told).containsExactly("gone.txt", "gone.png", "doc:x");
  }

  @Test
  void picturesFromElsewhereAreLinks() {
    assertThat(html("![map](https://example.org/map.png)"))
        .isEqualTo("<p><a href=\"https://example.org/map.png\">map</a></p>\n");
  }

  @Test
  void idsOfAFurtherTextOfThePageGetAPrefix() {
    String html =
        weave("## A\n\n[up](#a) x[^1]\n\n[^1]: note", PAGE.withIdPrefix("s1-")).html().toString();
    assertThat(html)
        .contains("id=\"s1-a\"", "href=\"#s1-a\"", "id=\"s1-fnref-1\"", "href=\"#s1-fn-1\"")
        .contains("id=\"s1-fn-1\"", "href=\"#s1-fnref-1\"")
        .doesNotContain("id=\"a\"", "\"#a\"", "\"#fn");
  }

  @Test
  void withoutTermsATextIsStillFittedToItsPlace() {
    Place place = PAGE.withIdPrefix("s1-");
    assertThat(plain("## A\n\ntext", place)).contains("id=\"s1-a\"").doesNotContain("id=\"a\"");
    assertThat(plain("## A\n\ntext", PAGE)).contains("id=\"a\"");
    assertThat(plain("[b](b.md)", place)).contains("href=\"to/b.md\"");
    assertThat(plain("![map](https://example.org/map.png)", place)).doesNotContain("<img");
    assertThat(plain("a *text*, https://example.org/", place))
        .isEqualTo(
            "<p>a <em>text</em>, <a href=\"https://example.org/\">https://example.org/</a></p>\n");
  }

  private static String plain(String markdown, Place place) {
    Rendered text = new Markdown().render(MarkedText.of(markdown));
    return Weaver.weave(text, Glossary.EMPTY, place).html().toString();
  }

  @Test
  void anAnswerOfTheResolverCannotBreakOut() {
    Place place = Place.of(d -> Optional.of("\"><script>"), "../");
    assertThat(weave("[a](a.md)", place).html().toString())
        .isEqualTo("<p><a href=\"&quot;&gt;&lt;script&gt;\">a</a></p>\n");
  }
}

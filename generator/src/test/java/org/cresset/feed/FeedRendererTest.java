package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.SiteWriter;
import org.cresset.marking.Audience;
import org.cresset.model.Status;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

class FeedRendererTest {
  private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final Path SCHEMA = Path.of("src/test/resources/schemas/atom.rnc");
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";

  /** Keeps what is written in memory. */
  private static final class Memory implements SiteWriter {
    private final SortedMap<String, String> files = new ConcurrentSkipListMap<>();
    private final SortedSet<String> signed = new ConcurrentSkipListSet<>();

    @Override
    public void write(String path, byte[] content) {
      assertThat(files.put(path, new String(content, StandardCharsets.UTF_8))).isNull();
    }

    @Override
    public void sign(String path) {
      signed.add(path);
    }

    @Override
    public void writeSigned(String path, String text) {
      write(path, text.getBytes(StandardCharsets.UTF_8));
      signed.add(path);
    }
  }

  private static Memory render(Instant asOf, Article... articles) {
    Memory out = new Memory();
    new FeedRenderer(new Markdown())
        .render(FeedSamples.edition(asOf, articles), out, new Problems());
    return out;
  }

  private static Article gateway() {
    return FeedSamples.gateway(
        "Gateway: <code> & \"execution\"",
        "See [disclosure](../../policies/disclosure.md#when) and [gone](gone.md).\n");
  }

  private static Element feed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return document.getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element e && e.getLocalName().equals(name)) {
        assertThat(e.getNamespaceURI()).isEqualTo(ATOM);
        found.add(e);
      }
    }
    return found;
  }

  private static String one(Element parent, String name) {
    assertThat(children(parent, name)).as(name).hasSize(1);
    return children(parent, name).getFirst().getTextContent();
  }

  @Test
  void aFeedHasWhatRfc4287AsksFor() throws Exception {
    Memory out = render(AS_OF, gateway());
    Element feed = feed(out.files.get("feed.atom"));
    assertThat(one(feed, "id")).isEqualTo("https://csirt.example.org/feed.atom");
    assertThat(one(feed, "title")).isEqualTo("Example & Sons CSIRT");
    assertThat(one(feed, "updated")).isEqualTo("2026-10-12T04:00:00Z");
    assertThat(one(children(feed, "author").getFirst(), "email")).isEqualTo("csirt@example.org");
    Element entry = children(feed, "entry").getFirst();
    assertThat(one(entry, "id"))
        .isEqualTo("tag:csirt.example.org,2026-10-03:advisories/csa-2026-k7f3");
    assertThat(one(entry, "title")).isEqualTo("Gateway: <code> & \"execution\"");
    assertThat(one(entry, "published")).isEqualTo("2026-10-03T05:10:00Z");
    assertThat(one(entry, "updated")).isEqualTo("2026-10-12T04:00:00Z");
    assertThat(one(entry, "summary")).isEqualTo("Block port 8443 now.");
    assertThat(one(entry, "content"))
        .isEqualTo(
            "<p>See <a href=\"https://csirt.example.org/policies/disclosure/index.html#when\">"
                + "disclosure</a> and gone.</p>\n");
    assertThat(children(entry, "link"))
        .extracting(e -> e.getAttribute("href"))
        .allMatch(href -> href.startsWith("https://csirt.example.org/"))
        .contains("https://csirt.example.org/" + TEXT);
  }

  @Test
  void feedsAndTextsAreSigned() {
    Memory out = render(AS_OF, gateway());
    assertThat(out.files.keySet())
        .containsExactly(
            ".well-known/security.txt",
            TEXT,
            "advisories/feed.atom",
            "advisories/feed.json",
            "advisories/product/example_mail_gateway/feed.atom",
            "advisories/product/example_mail_gateway/feed.json",
            "advisories/severity/critical/feed.atom",
            "advisories/severity/critical/feed.json",
            "feed.atom",
            "feed.json",
            "policies/feed.atom",
            "policies/feed.json",
            "robots.txt",
            "sitemap.xml");
    assertThat(out.signed)
        .isEqualTo(
            out.files.keySet().stream()
                .filter(f -> f.matches(".*feed[.](atom|json)|.*[.]txt"))
                .filter(f -> !f.equals("robots.txt"))
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyAtomFeedFitsTheSchema() throws Exception {
    StringWriter wrong = new StringWriter();
    PropertyMapBuilder options = new PropertyMapBuilder();
    options.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(wrong));
    ValidationDriver schema =
        new ValidationDriver(options.toPropertyMap(), CompactSchemaReader.getInstance());
    assertThat(schema.loadSchema(source(Files.readString(SCHEMA)))).as(wrong.toString()).isTrue();
    Memory out = render(AS_OF, gateway(), FeedSamples.withdrawn(), loud());
    List<String> feeds =
        out.files.keySet().stream().filter(path -> path.endsWith(".atom")).toList();
    assertThat(feeds).hasSize(5);
    for (String path : feeds) {
      String xml = out.files.get(path);
      assertThat(schema.validate(source(xml))).as(path + wrong).isTrue();
      assertThat(schema.validate(source(xml.replaceFirst("<updated>.*</updated>", ""))))
          .as("without a time, " + path)
          .isFalse();
    }
  }

  private static Article loud() {
    return FeedSamples.policy("loud", true, Status.APPROVED);
  }

  private static InputSource source(String text) {
    InputSource source = new InputSource(new StringReader(text));
    source.setSystemId("memory:feed");
    return source;
  }

  @Test
  void aJsonFeedSaysTheSameAsTheAtomFeed() throws Exception {
    Memory out = render(AS_OF, gateway(), FeedSamples.withdrawn(), loud());
    for (String path : out.files.keySet()) {
      if (path.endsWith("feed.json")) {
        Map<?, ?> json = json(out.files.get(path));
        Element atom = feed(out.files.get(path.replace(".json", ".atom")));
        assertThat(json.get("version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.get("feed_url")).isEqualTo("https://csirt.example.org/" + path);
        assertThat(json.get("title")).isEqualTo(one(atom, "title"));
        List<Element> entries = children(atom, "entry");
        List<?> items = (List<?>) json.get("items");
        assertThat(items).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
          same((Map<?, ?>) items.get(i), entries.get(i));
        }
      }
    }
  }

  private static void same(Map<?, ?> item, Element entry) {
    assertThat(item.get("id")).isEqualTo(one(entry, "id"));
    assertThat(item.get("title")).isEqualTo(one(entry, "title"));
    assertThat(item.get("date_modified")).isEqualTo(one(entry, "updated"));
    boolean html = !children(entry, "content").isEmpty();
    assertThat(item.containsKey("content_html")).isEqualTo(html);
    assertThat(item.containsKey("content_text")).isNotEqualTo(html);
  }

  /** JSON is YAML 1.2. */
  private static Map<?, ?> json(String text) {
    LoadSettings plain = LoadSettings.builder().setSchema(new JsonSchema()).build();
    return (Map<?, ?>) new Load(plain).loadFromString(text);
  }

  @Test
  void securityTxtNamesWhatThereIs() {
    assertThat(render(AS_OF, gateway()).files.get(".well-known/security.txt"))
        .isEqualTo(
            """
            CSAF: https://csirt.example.org/.well-known/csaf/provider-metadata.json
            Contact: mailto:csirt@example.org
            Contact: tel:+61-7-5550-0100
            Expires: 2027-06-30T00:00:00Z
            Encryption: https://csirt.example.org/keys/team.asc
            Preferred-Languages: en
            Canonical: https://csirt.example.org/.well-known/security.txt
            """);
    assertThat(render(AS_OF, loud()).files.get(".well-known/security.txt"))
        .doesNotContain("CSAF")
        .endsWith("Policy: https://csirt.example.org/policies/loud/index.html\n");
  }

  @Test
  void onlyThePublicEditionIsToBeFound() {
    Edition all = FeedSamples.edition(AS_OF, gateway());
    Audience team = new Audience("staff", new Audience.Team(), false);
    Memory out = new Memory();
    new FeedRenderer(new Markdown())
        .render(
            new Edition(
                team, all.site(), AS_OF, all.articles(), all.intros(), List.of(), all.team()),
            out,
            new Problems());
    assertThat(out.files)
        .containsEntry("robots.txt", "User-agent: *\nDisallow: /\n")
        .doesNotContainKeys("sitemap.xml", ".well-known/security.txt");
    assertThat(render(AS_OF, gateway()).files.get("sitemap.xml"))
        .contains("<loc>https://csirt.example.org/advisories/2026/csa-2026-k7f3/index.html</loc>");
  }

  @Test
  void nothingDependsOnTheTimeOfTheRun() {
    assertThat(render(AS_OF, gateway()).files)
        .isEqualTo(render(AS_OF.plusSeconds(86_400), gateway()).files);
  }

  @Test
  void onlyAnnouncedPoliciesAreInTheirFeedAndDraftsInNone() throws Exception {
    Memory out =
        render(
            AS_OF,
            FeedSamples.policy("loud", true, Status.APPROVED),
            FeedSamples.policy("quiet", false, Status.APPROVED),
            FeedSamples.policy("early", true, Status.DRAFT));
    assertThat(titles(out.files.get("policies/feed.atom"))).containsExactly("Policy loud");
    assertThat(titles(out.files.get("feed.atom"))).containsExactly("Policy loud", "Policy quiet");
    assertThat(titles(out.files.get("advisories/feed.atom"))).isEmpty();
  }

  private static List<String> titles(String xml) throws Exception {
    return children(feed(xml), "entry").stream().map(e -> one(e, "title")).toList();
  }

  @Test
  void charactersThatXmlForbidsAreShownByNumber() throws Exception {
    Memory out = render(AS_OF, FeedSamples.gateway("a\u0001b\uFFFFc\uD800d\u202Ee", "x\u0002y"));
    Element entry = children(feed(out.files.get("feed.atom")), "entry").getFirst();
    assertThat(one(entry, "title")).isEqualTo("a<U+0001>b<U+FFFF>c<U+D800>d<U+202E>e");
    assertThat(one(entry, "content")).isEqualTo("<p>x&lt;U+0002&gt;y</p>\n");
  }

  @Test
  void theTextSaysWhatToDoFirstAndNamesItself() {
    String text = render(AS_OF, gateway()).files.get(TEXT);
    assertThat(text)
        .containsSubsequence(
            "TLP:CLEAR",
            "Security advisory CSA-2026-k7f3",
            "WHAT TO DO",
            "  Block port 8443 now.",
            "  Version         2 of 12 Oct 2026, 04:00 UTC",
            "  Classification  public, TLP:CLEAR",
            "https://csirt.example.org/advisories/2026/csa-2026-k7f3/index.html",
            "  Severity        critical",
            "  Exploitation    exploited now",
            "    Affected      >=4.0 <4.2.7",
            "  1. Workaround, tested by us",
            "     Impact: Remote administration stops.",
            "See disclosure [1] and gone.",
            "  [1] https://csirt.example.org/policies/disclosure/index.html#when",
            "  - 2, 12 Oct 2026, 04:00 UTC: Release 4 fixed",
            "gpg --verify csa-2026-k7f3.txt.asc csa-2026-k7f3.txt",
            "https://csirt.example.org/keys/index.html");
    assertThat(text.lines().filter(l -> !l.contains("https://")))
        .allMatch(l -> l.length() <= 72, "at most 72 columns")
        .allMatch(l -> l.equals(l.stripTrailing()), "no blanks at the end");
  }

  @Test
  void aWithdrawnAdvisoryLeavesATombstone() {
    Memory out = render(AS_OF, FeedSamples.withdrawn());
    assertThat(out.files.get("feed.atom"))
        .contains("Withdrawn: The report was wrong.")
        .doesNotContain("The old claim");
    String text = out.files.get("advisories/2026/csa-2026-h3vj/csa-2026-h3vj.txt");
    assertThat(text)
        .contains("WITHDRAWN", "The report was\n  wrong.", "csa-2026-h3vj", "TLP:CLEAR")
        .doesNotContain("The old claim", "Block port 8443", "WHAT TO DO");
  }
}

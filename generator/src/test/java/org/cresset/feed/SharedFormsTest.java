package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.feed.csaf.CsafRenderer;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;

/** Editions of a run share what they show alike, and nothing else. */
class SharedFormsTest {
  private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
  private static final Article GATEWAY =
      FeedSamples.gateway("Gateway", "Read [this](../../policies/disclosure.md).");
  private static final Label AMBER = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private static Article as(
      Label label, String readers, SortedMap<String, Link> links, String relation) {
    Article a = GATEWAY;
    Link other = new Link(new DocumentId(Kind.ADVISORY, "CSA-2026-abcd"), "Other", "other.html");
    return new Article(
        a.id(),
        a.path(),
        label,
        readers,
        a.title(),
        a.status(),
        a.embargo(),
        a.lang(),
        a.keywords(),
        a.aliases(),
        a.references(),
        a.reviewOn(),
        a.versions(),
        a.shown(),
        a.details(),
        a.body(),
        links,
        a.assets(),
        relation.isEmpty() ? a.related() : new TreeMap<>(Map.of(relation, List.of(other))));
  }

  private static SortedMap<String, String> rendered(
      FeedRenderer feeds, CsafRenderer csaf, Article article) {
    Edition edition = FeedSamples.edition(AS_OF, article);
    SortedMap<String, String> files = new TreeMap<>();
    SiteWriter out =
        (path, content) -> {
          synchronized (files) {
            files.put(path, new String(content, StandardCharsets.UTF_8));
          }
        };
    feeds.render(edition, out, new Problems());
    csaf.render(edition, out, new Problems());
    return files;
  }

  @Test
  void renderersThatSawOtherEditionsMakeTheSameBytes() {
    Markdown markdown = new Markdown();
    FeedRenderer feeds = new FeedRenderer(markdown);
    CsafRenderer csaf = new CsafRenderer(markdown);
    for (Article article :
        List.of(
            GATEWAY,
            FeedSamples.gateway("Gate", "Read [this](../../policies/disclosure.md)."),
            FeedSamples.gateway("Gateway", "New."),
            as(AMBER, "", GATEWAY.links(), ""),
            as(GATEWAY.label(), "the team", GATEWAY.links(), ""),
            as(GATEWAY.label(), "", new TreeMap<>(), ""),
            as(GATEWAY.label(), "", GATEWAY.links(), "superseded_by"),
            as(GATEWAY.label(), "", GATEWAY.links(), "supersedes"),
            as(GATEWAY.label(), "", GATEWAY.links(), "reports"),
            FeedSamples.withdrawn(),
            GATEWAY)) {
      assertThat(rendered(feeds, csaf, article))
          .isEqualTo(rendered(new FeedRenderer(markdown), new CsafRenderer(markdown), article));
    }
  }

  @Test
  void whatTwoEditionsShowAlikeIsMadeOnce() {
    AtomicInteger made = new AtomicInteger();
    SharedForms forms = new SharedForms();
    Site site = FeedSamples.edition(AS_OF).site();
    Site elsewhere =
        new Site(
            "https://example.org/",
            site.lang(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            site.team(),
            site.signer());
    Article team = as(GATEWAY.label(), "the team", GATEWAY.links(), "reports");
    for (Article article : List.of(GATEWAY, team)) {
      forms.of(site, article, a -> new byte[made.incrementAndGet()]);
    }
    assertThat(made).hasValue(1);
    forms.of(elsewhere, GATEWAY, a -> new byte[made.incrementAndGet()]);
    assertThat(made).hasValue(2);
  }
}

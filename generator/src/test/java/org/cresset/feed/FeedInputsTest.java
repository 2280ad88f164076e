package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.ArticleDigests;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.feed.csaf.CsafRenderer;
import org.cresset.feed.osv.OsvRenderer;
import org.cresset.model.Status;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;

/** A file is made again when something in it changes, and only then. */
class FeedInputsTest {
  private static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
  private static final String PAGE = "advisories/2026/csa-2026-k7f3/";

  /** What is written, and the inputs of what need not be made again. */
  private static final class Written implements SiteWriter {
    private final SortedMap<String, String> files = new ConcurrentSkipListMap<>();
    private final SortedMap<String, String> inputs = new ConcurrentSkipListMap<>();

    @Override
    public void write(String path, byte[] content) {
      assertThat(files.put(path, new String(content, StandardCharsets.ISO_8859_1))).isNull();
    }

    @Override
    public void write(String path, String digest, Supplier<byte[]> content) {
      inputs.put(path, digest);
      write(path, content.get());
    }
  }

  private static Written written(Article... articles) {
    Edition edition = FeedSamples.edition(AS_OF, articles);
    Markdown markdown = new Markdown();
    Written out = new Written();
    Stream<Renderer> renderers =
        Stream.of(
            new FeedRenderer(markdown), new CsafRenderer(markdown), new OsvRenderer(markdown));
    renderers.forEach(r -> r.render(edition, out, new Problems()));
    return out;
  }

  private static List<String> differing(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(p -> after.getOrDefault(p, "").equals(before.getOrDefault(p, "")));
    return List.copyOf(paths);
  }

  @Test
  void aChangedAdvisoryIsSeenInAllThatHoldsIt() {
    Article policy = FeedSamples.policy("conduct", true, Status.APPROVED);
    Written before = written(FeedSamples.gateway("Gateway", "Old."), policy);
    Written title = written(FeedSamples.gateway("Gate", "Old."), policy);
    Written text = written(FeedSamples.gateway("Gateway", "New."), policy);
    for (Written after : List.of(title, text)) {
      assertThat(differing(before.inputs, after.inputs))
          .containsAll(
              differing(before.files, after.files).stream()
                  .filter(before.inputs::containsKey)
                  .toList())
          .contains("feed.atom", "advisories/feed.json", PAGE + "csa-2026-k7f3.txt")
          .contains(".well-known/csaf/2026/csa-2026-k7f3.json", ".well-known/csaf/changes.csv")
          .contains("osv/x_csa-2026-k7f3.json", "osv/all.zip")
          .doesNotContain("policies/feed.atom");
    }
    assertThat(differing(before.files, title.files)).contains("osv/all.zip", "feed.json");
  }

  @Test
  void whatTheOthersHaveIsNotMadeAgain() {
    Article gateway = FeedSamples.gateway("Gateway", "Old.");
    Written before = written(gateway, FeedSamples.policy("conduct", true, Status.APPROVED));
    Written after = written(gateway, FeedSamples.withdrawn());
    assertThat(differing(before.inputs, after.inputs))
        .contains("feed.atom", "policies/feed.atom", ".well-known/csaf/index.txt")
        .doesNotContain(PAGE + "csa-2026-k7f3.txt", "osv/x_csa-2026-k7f3.json");
  }

  /** They print the same. */
  @Test
  void oneNameWithACommaIsNotTwo() {
    assertThat(new ArticleDigests().of(implementing("first, second")))
        .isNotEqualTo(new ArticleDigests().of(implementing("first", "second")));
  }

  private static Article implementing(String... names) {
    return FeedSamples.policy("conduct", true, Status.APPROVED, names);
  }
}

package org.cresset;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.cresset.check.Finding;
import org.cresset.document.BrokenConfiguration;
import org.cresset.document.Library;
import org.cresset.edition.Edition;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.preview.PreviewEditions;
import org.cresset.preview.PreviewState;
import org.cresset.problem.Code;
import org.cresset.problem.Problems;
import org.cresset.seal.PassphraseSource;
import org.cresset.text.Markdown;

/**
 * Editions for a preview: the files as they lie, through the same gate, made page by page when
 * asked for.
 */
public final class Previewing {
  private static final String NOT_FOUND = "404.html";

  private final Workspace workspace;
  private final Supplier<Instant> asOf;
  private final Supplier<char[]> passphrase;
  private final Markdown markdown = new Markdown();

  /** Opens encrypted sources only with keys that have no passphrase. */
  public Previewing(Workspace workspace, Supplier<Instant> asOf) {
    this.workspace = workspace;
    this.asOf = asOf;
    this.passphrase = Collector::noPassphrase;
  }

  /**
   * @param asOf asked for each state, since a preview runs for hours
   * @param passphrase asked once, if there are encrypted sources and the key has one
   */
  public Previewing(Workspace workspace, Supplier<Instant> asOf, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.asOf = asOf;
    this.passphrase = new Once(passphrase);
  }

  /** All editions, that one first. */
  public PreviewEditions editions(String first) {
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.read(new Collector.AsTheyLie(), asOf.get());
      collected.audience(first);
      List<String> names =
          new ArrayList<>(collected.audiences(Set.of()).stream().map(Audience::id).toList());
      names.remove(first);
      names.addFirst(first);
      return new PreviewEditions(names, this::state);
    }
  }

  private PreviewState state(String edition) {
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.collect(new Collector.AsTheyLie(), asOf.get());
      Audience audience = collected.audience(edition);
      // What is being written is looked at before it gets its version.
      List<Finding> stopping =
          collected.findings().stream()
              .filter(f -> f.problem().code() != Code.VERSION_UNCHANGED)
              .toList();
      Verdict verdict = Judge.first(collected, audience).verdict(stopping);
      Site site = Sites.of(collected.library().configuration(), Sites.nobody());
      Library shown = collected.library().without(verdict.leftOut());
      Edition admitted =
          new Gate(shown, collected.past()).admit(audience, site, collected.asOf()).edition();
      SortedMap<String, Supplier<byte[]>> files = new ConcurrentSkipListMap<>();
      new Renderers(workspace, markdown).render(admitted, new Lazily(files), new Problems());
      files.computeIfPresent(NOT_FOUND, (path, page) -> () -> here(page.get(), site.url()));
      return new PreviewState(files, collected.findings().stream().map(Finding::problem).toList());
    } catch (BrokenConfiguration broken) {
      return new PreviewState(Collections.emptySortedMap(), broken.problems());
    }
  }

  /** The one page with absolute addresses, for the root of the preview. */
  private static byte[] here(byte[] page, String url) {
    String html = new String(page, StandardCharsets.UTF_8);
    return html.replace("=\"" + url.replaceFirst("/$", "") + "/", "=\"/")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Keeps what makes a page instead of the page. */
  private record Lazily(SortedMap<String, Supplier<byte[]>> files) implements SiteWriter {
    @Override
    public void write(String path, byte[] content) {
      files.put(path, () -> content);
    }

    @Override
    public void write(String path, String inputs, Supplier<byte[]> content) {
      files.put(path, content);
    }
  }
}

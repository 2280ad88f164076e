package org.cresset;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.cresset.edition.Edition;
import org.cresset.edition.Site;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.seal.PassphraseSource;
import org.cresset.search.Hit;
import org.cresset.search.SearchIndex;
import org.cresset.search.SearchRenderer;
import org.cresset.text.Markdown;

/** Searches an edition: its articles come through the gate, and its index is brought up to date. */
public final class Searching {
  private final Workspace workspace;
  private final Progress progress;
  private final Supplier<char[]> passphrase;
  private final Markdown markdown = new Markdown();

  /**
   * @param passphrase asked if there are encrypted sources and the key has one
   */
  public Searching(Workspace workspace, Progress progress, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.progress = progress;
    this.passphrase = new Once(passphrase);
  }

  /**
   * The best hits of a query among what that edition shows of HEAD, or of the files outside Git.
   */
  public List<Hit> search(String edition, String query, int limit, Instant asOf) {
    progress.step("reading");
    try (Collector collector = new Collector(workspace, markdown, passphrase)) {
      Collected collected = collector.read(new Collector.Commit("HEAD"), asOf);
      Audience audience = collected.audience(edition);
      Site site = Sites.of(collected.library().configuration(), Sites.nobody());
      Edition admitted =
          new Gate(collected.library(), collected.past()).admit(audience, site, asOf).edition();
      progress.step("searching");
      SearchRenderer search =
          new SearchRenderer(workspace.cache().resolve("search"), Renderers.plain(markdown));
      try (SearchIndex index = search.open(admitted)) {
        return index.search(query, limit);
      }
    }
  }
}

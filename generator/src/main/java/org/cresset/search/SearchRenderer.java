package org.cresset.search;

import java.nio.file.Path;
import java.util.function.Function;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.model.MarkedText;
import org.cresset.problem.Problems;

/**
 * Makes the scripts under {@code search/} that let a browser search an edition without a server.
 */
public final class SearchRenderer implements Renderer {
  private final Path cache;
  private final Function<MarkedText, String> plain;

  /**
   * @param cache the folder of all editions' indexes, which can be removed at any time
   * @param plain the text of Markdown as a reader sees it
   */
  public SearchRenderer(Path cache, Function<MarkedText, String> plain) {
    this.cache = cache;
    this.plain = plain;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    try (SearchIndex index = open(edition)) {
      Export.of(index, edition.audience().isTeam()).forEach(out::write);
    }
  }

  /** The index of an edition, brought to its state. */
  public SearchIndex open(Edition edition) {
    return edition.audience().sealed()
        ? SearchIndex.inMemory(edition, plain)
        : SearchIndex.build(edition, cache.resolve(edition.audience().id()), plain);
  }
}

package org.cresset.text;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where a text is put.
 *
 * @param links gives the address for a destination as the author wrote it (relative, {@code doc:},
 *     {@code term:} or a fragment that is not of this text), or nothing where it leads nowhere
 * @param unresolved is told each destination that leads nowhere
 * @param root what leads from the page to the root of the site, such as {@code ../../}; or an
 *     absolute address ending with a slash
 * @param idPrefix put before every id of the text, so that several texts fit on one page; empty for
 *     the page's main text, else such as {@code s1-}
 * @param self id of the term that the page itself defines, which is not linked
 */
public record Place(
    Function<String, Optional<String>> links,
    Consumer<String> unresolved,
    String root,
    String idPrefix,
    Optional<String> self) {

  /** The main text of a page. */
  public static Place of(Function<String, Optional<String>> links, String root) {
    return new Place(links, d -> {}, root, "", Optional.empty());
  }

  /** The same for a further text of the same page. */
  public Place withIdPrefix(String prefix) {
    return new Place(links, unresolved, root, prefix, self);
  }

  /** The same on the page of that term. */
  public Place withSelf(String term) {
    return new Place(links, unresolved, root, idPrefix, Optional.of(term));
  }

  /** The same, telling what leads nowhere. */
  public Place withUnresolved(Consumer<String> told) {
    return new Place(links, told, root, idPrefix, self);
  }
}

package org.cresset.gate;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cresset.document.LinkScanner;
import org.cresset.document.Resolver;
import org.cresset.edition.Link;
import org.cresset.model.DocumentId;
import org.cresset.model.MarkedText;

/** Where the links of one cut text lead, for one reader. */
final class Destinations {
  private final Resolver resolver;
  private final Links to;
  private final SortedMap<String, Link> links = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedSet<String> unresolved = new TreeSet<>();

  Destinations(Resolver resolver, Links to) {
    this.resolver = resolver;
    this.to = to;
  }

  void enter(String folder, MarkedText text) {
    for (LinkScanner.Use use : LinkScanner.scan(text.markdown())) {
      String destination = use.destination();
      switch (resolver.link(folder, destination)) {
        case Resolver.ToDocument(DocumentId id) ->
            enter(destination, to.to(id).map(link -> withFragment(link, destination)));
        case Resolver.ToSection(String section) -> enter(destination, to.toSection(section));
        case Resolver.ToFile(String path) -> files.put(destination, path);
        default -> unresolved.add(destination);
      }
    }
  }

  private void enter(String destination, Optional<Link> link) {
    link.ifPresentOrElse(l -> links.put(destination, l), () -> unresolved.add(destination));
  }

  private static Link withFragment(Link link, String destination) {
    int hash = destination.indexOf('#');
    return hash < 0
        ? link
        : new Link(link.id(), link.title(), link.path() + destination.substring(hash));
  }

  SortedMap<String, Link> links() {
    return Collections.unmodifiableSortedMap(links);
  }

  /** Paths of files from the content folder, by destination. */
  SortedMap<String, String> files() {
    return files;
  }

  SortedSet<String> unresolved() {
    return unresolved;
  }
}

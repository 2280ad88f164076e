package org.cresset.gate;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cresset.document.LinkScanner;
import org.cresset.document.Resolver;
import org.cresset.edition.Link;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.MarkedText;

/** Where the links of one cut text lead, for one reader. */
final class Destinations {
  private final Resolver resolver;
  private final SortedMap<DocumentId, Link> visible;
  private final Set<String> sections;
  private final SortedMap<String, Link> links = new TreeMap<>();
  private final SortedMap<String, String> files = new TreeMap<>();
  private final SortedSet<String> unresolved = new TreeSet<>();

  Destinations(Resolver resolver, SortedMap<DocumentId, Link> visible, Set<String> sections) {
    this.resolver = resolver;
    this.visible = visible;
    this.sections = sections;
  }

  void enter(String folder, MarkedText text) {
    for (LinkScanner.Use use : LinkScanner.scan(text.markdown())) {
      String destination = use.destination();
      switch (resolver.link(folder, destination)) {
        case Resolver.ToDocument(DocumentId id) when visible.containsKey(id) ->
            links.put(destination, withFragment(visible.get(id), destination));
        case Resolver.ToSection(String section) when sections.contains(section) ->
            links.put(
                destination,
                new Link(new DocumentId(Kind.PAGE, section), section, section + "/index.html"));
        case Resolver.ToFile(String path) -> files.put(destination, path);
        default -> unresolved.add(destination);
      }
    }
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

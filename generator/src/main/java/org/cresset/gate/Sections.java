package org.cresset.gate;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.Resolver;
import org.cresset.marking.Label;
import org.cresset.model.Mark;

/**
 * The introductions of list pages, as one reader may see them. In a member's edition only those of
 * lists that it has; the others are on the public site.
 *
 * @param here folders of the content whose introductions this edition shows
 * @param outside those that the public site shows instead
 */
record Sections(Set<String> here, Set<String> outside) {
  /** The folder whose introduction stands on the first page, where its pages are listed. */
  private static final String HOME = "pages";

  /**
   * @param pages paths of the edition's pages
   * @param withheld takes the introductions that this reader may not see
   */
  static Sections of(
      Library library, Reader reader, Collection<String> pages, Consumer<Intro> withheld) {
    SortedSet<String> here = new TreeSet<>();
    SortedSet<String> outside = new TreeSet<>();
    for (Intro intro : library.intros().values()) {
      String list = list(intro.folder()) + "/";
      boolean listed =
          intro.folder().equals(HOME)
              ? !reader.isMember()
              : pages.stream().anyMatch(p -> p.startsWith(list));
      if (!reader.mayRead(intro.marking())) {
        withheld.accept(intro);
      } else if (listed) {
        here.add(intro.folder());
      } else if (reader.isMember() && reader.isOpen(intro.marking())) {
        outside.add(intro.folder());
      }
    }
    return new Sections(here, outside);
  }

  /** The folder of a list page in a site; empty for the first page. */
  static String list(String folder) {
    if (folder.equals(HOME)) {
      return "";
    }
    return folder.startsWith("pages/") ? folder.substring("pages/".length()) : folder;
  }

  SortedMap<String, org.cresset.edition.Intro> intros(
      Library library,
      Reader reader,
      Resolver resolver,
      Links links,
      Consumer<List<String>> withheld) {
    SortedMap<String, org.cresset.edition.Intro> intros = new TreeMap<>();
    for (String folder : here) {
      Intro intro = Objects.requireNonNull(library.intros().get(folder));
      Cut cut = Cut.of(intro.body().markdown(), intro.body().fences(), intro.marking(), reader);
      withheld.accept(cut.withheld());
      Label label = intro.marking().label();
      for (Mark mark : cut.text().marks()) {
        label = label.with(mark.label());
      }
      Destinations destinations = new Destinations(resolver, links);
      destinations.enter(folder + "/", cut.text());
      intros.put(
          list(folder),
          new org.cresset.edition.Intro(intro.title(), label, cut.text(), destinations.links()));
    }
    return Collections.unmodifiableSortedMap(intros);
  }
}

package org.cresset.page.view;

import java.util.List;

/**
 * All observables of an edition.
 *
 * @param shared those that several sites or cases saw
 * @param groups all, by type
 */
public record ObservableListView(int count, List<Item> shared, List<Group> groups) implements View {
  public record Group(Tag type, List<Item> items) {}

  public record Item(
      Tag type,
      String value,
      String href,
      int cases,
      int sightings,
      String sites,
      Time first,
      Time last) {}
}

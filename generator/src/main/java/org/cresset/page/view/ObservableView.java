package org.cresset.page.view;

import java.util.List;

/**
 * Everywhere that one address, name, file or hole was seen.
 *
 * @param notice what several sites or cases have in common, or empty
 * @param inside addresses of this network that were seen
 */
public record ObservableView(
    Tag type,
    String value,
    Time first,
    Time last,
    List<String> sites,
    String notice,
    List<Place> places,
    List<Ref> advisories,
    List<Ref> inside)
    implements View {
  /**
   * One place.
   *
   * @param document the report; its texts are empty for a small event
   * @param from how it is known: listed, text or sighting
   */
  public record Place(
      Ref document, Time first, Time last, String sites, Tag from, String basis, String note) {}
}

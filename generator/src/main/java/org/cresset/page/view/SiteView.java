package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/**
 * What all pages of an edition share. Paths are from the root of the site.
 *
 * @param edition the edition's name
 * @param forAnyone whether this is the public edition
 * @param forTeam whether this is an edition of the team's own
 * @param reading who this edition is for, in words; empty for the public one
 * @param sections the navigation
 * @param pages what else there is to read
 * @param report the path of the page on how to report an incident, where there is one
 */
public record SiteView(
    String name,
    String url,
    String lang,
    String email,
    Optional<String> phone,
    String timezone,
    String edition,
    boolean forAnyone,
    boolean forTeam,
    String reading,
    Key key,
    List<Section> sections,
    List<Section> pages,
    Optional<String> report,
    Optional<String> historyUrl,
    Optional<String> archiveUrl) {
  /**
   * The key that signs.
   *
   * @param grouped the fingerprint as gpg prints it: groups of four, a wider gap in the middle
   */
  public record Key(String fingerprint, String grouped, String userId, boolean demonstration) {}

  /** A part of the site; {@code name} is what {@code page.section} says on its pages. */
  public record Section(String name, String title, String path) {}
}

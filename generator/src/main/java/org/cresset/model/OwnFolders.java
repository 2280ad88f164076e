package org.cresset.model;

import java.util.Set;

/** The names at the top of a site that the program uses itself: no page may be called so. */
public final class OwnFolders {
  public static final Set<String> ALL =
      Set.of(
          "advisories",
          "reports",
          "notices",
          "policies",
          "glossary",
          "search",
          "verify",
          "keys",
          "assets",
          "releases",
          "observables",
          "statistics",
          "training",
          "audit",
          "callers",
          ".well-known",
          "_kit");

  /** Files at the top of a site, in small letters: a page would be a folder of that name. */
  public static final Set<String> FILES =
      Set.of(
          "404.html",
          "calendar.ics",
          "feed.atom",
          "feed.atom.asc",
          "feed.json",
          "feed.json.asc",
          "index.html",
          "observables.csv",
          "observables.csv.asc",
          "robots.txt",
          "sha256sums",
          "sha256sums.asc",
          "sitemap.xml",
          "versions.txt");

  private OwnFolders() {}
}

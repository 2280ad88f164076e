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

  private OwnFolders() {}
}

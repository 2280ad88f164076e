package org.cresset.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import org.cresset.model.DocumentId;

/**
 * Where things lie in a site (release format, Paths): from kind and id, never from source folders.
 */
public final class Paths {
  private Paths() {}

  /**
   * The path of a document's page.
   *
   * @param initial when its first version was released; only advisories lie below a year
   */
  public static String page(DocumentId id, Instant initial) {
    return switch (id.kind()) {
      case ADVISORY -> "advisories/" + year(initial) + "/" + id.folded() + "/index.html";
      case PAGE -> id.folded() + "/index.html";
      case REPORT, NOTICE, POLICY, TERM -> id.kind().folder() + "/" + id.folded() + "/index.html";
    };
  }

  /** The UTC year, as four digits. */
  public static String year(Instant time) {
    String year = String.valueOf(time.atOffset(ZoneOffset.UTC).getYear());
    return "0".repeat(Math.max(0, 4 - year.length())) + year;
  }

  /**
   * The relative address that leads from one file of the site to another.
   *
   * @param from path of the file that holds the link
   * @param to path of the file it leads to
   */
  public static String relative(String from, String to) {
    int common = 0;
    int folder = from.indexOf('/') + 1;
    while (folder > 0 && to.regionMatches(common, from, common, folder - common)) {
      common = folder;
      folder = from.indexOf('/', common) + 1;
    }
    int up = 0;
    for (int i = from.indexOf('/', common); i >= 0; i = from.indexOf('/', i + 1)) {
      up++;
    }
    return "../".repeat(up) + to.substring(common);
  }
}

package org.cresset.edition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
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
    String[] a = from.split("/", -1);
    String[] b = to.split("/", -1);
    int common = 0;
    while (common < a.length - 1 && common < b.length - 1 && a[common].equals(b[common])) {
      common++;
    }
    return "../".repeat(a.length - 1 - common)
        + String.join("/", Arrays.copyOfRange(b, common, b.length));
  }
}

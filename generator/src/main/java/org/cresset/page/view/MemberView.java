package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/**
 * The first page of a constituent, partner or vendor.
 *
 * @param newest what the edition holds, newest first
 * @param count how many documents it has
 * @param affected public advisories that touch the software it has registered
 * @param publicUrl where everything else is
 */
public record MemberView(
    List<Row> newest, int count, List<Touching> affected, List<Ref> others, String publicUrl)
    implements View {
  /**
   * An advisory on the public site.
   *
   * @param certain whether it touches for certain, or only may
   * @param reasons why, one for each piece of software
   */
  public record Touching(
      Ref advisory,
      String line,
      Optional<Tag> severity,
      Time date,
      boolean certain,
      List<String> reasons) {}
}

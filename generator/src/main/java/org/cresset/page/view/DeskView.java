package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/**
 * The first page of the team: what waits, as of the day the edition was made.
 *
 * @param promised updates promised to readers or sites
 * @param ending keys, releases, permissions and retention that run out
 * @param cases open cases, the most urgent priority first
 */
public record DeskView(
    Time asOf,
    List<Due> referred,
    List<Due> promised,
    List<Due> actions,
    List<Group> cases,
    List<Due> reviews,
    List<Due> ending,
    List<Due> waiting,
    List<Row> newest,
    List<Ref> others)
    implements View {
  /**
   * Something that waits.
   *
   * @param document its texts are empty where it belongs to none
   * @param late whether its time has passed
   * @param left how long until then, or since, in words
   */
  public record Due(Ref document, String what, Optional<Time> by, boolean late, String left) {}

  /** Open cases of one priority. */
  public record Group(String priority, List<Case> cases) {}

  /**
   * An open case.
   *
   * @param nextUpdate as promised, else by the targets of its priority
   * @param left the time until then, in words
   */
  public record Case(
      Ref document,
      Tag severity,
      Tag status,
      String controller,
      Optional<Time> lastContact,
      Optional<Time> nextUpdate,
      boolean promised,
      boolean late,
      String left) {}
}

package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The dossier of one incident or series. */
public record ReportView(
    DocView head,
    Tag severity,
    String controller,
    String category,
    Optional<Integer> priority,
    List<String> factors,
    List<Moment> times,
    Optional<Time> referAgain,
    Optional<Time> nextUpdate,
    String outcome,
    List<Answer> intake,
    List<String> sites,
    List<String> locations,
    List<String> methods,
    List<String> software,
    List<Observable> observables,
    List<Event> timeline,
    List<Hypothesis> hypotheses,
    List<Evidence> evidence,
    List<Cost> costs,
    List<Total> totals,
    List<Action> actions,
    List<Contact> contacts,
    List<Permission> permissions,
    Optional<Postmortem> postmortem,
    SafeHtml resolution,
    Optional<Time> retainUntil,
    Optional<String> legalHold)
    implements View {
  /** A time of the case, and how long after the one before; empty for the first. */
  public record Moment(String name, Time time, String after) {}

  public record Answer(String question, String answer) {}

  public record Observable(Tag type, String value, String note, String basis) {}

  /**
   * A line of the timeline.
   *
   * @param day the date where it differs from the line before, else empty
   * @param basis its token is {@code unmarked} where nothing was said, {@code kind} where only the
   *     kind is known
   */
  public record Event(
      Time time,
      String day,
      String clock,
      Tag basis,
      String note,
      boolean handover,
      SafeHtml text) {}

  public record Hypothesis(String statement, Tag outcome, List<Test> tests) {
    public record Test(Optional<Time> at, String test, String result) {}
  }

  public record Evidence(
      String item,
      String sha256,
      Optional<Time> collectedAt,
      String collectedBy,
      String heldAt,
      List<Custody> custody) {
    public record Custody(Time at, String from, String to) {}
  }

  public record Cost(String part, String amount, String hours, String note) {}

  /** The sum in one currency, and of hours in the line named so. */
  public record Total(String name, String amount) {}

  public record Action(
      String who, String delivers, String to, String form, Optional<Time> by, String done) {}

  public record Contact(String name, String role, String phone, String fax, String email) {}

  public record Permission(
      String constituent,
      String what,
      String to,
      String grantedBy,
      Time on,
      Optional<Time> until) {}

  public record Postmortem(Time heldOn, String moderator, String present) {}
}

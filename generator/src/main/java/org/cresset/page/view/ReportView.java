package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** The dossier of one incident or series. */
public record ReportView(
    DocView head,
    Optional<Tag> severity,
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
    List<Event> timeline,
    List<Hypothesis> hypotheses,
    List<Evidence> evidence,
    List<Cost> costs,
    List<Total> totals,
    List<Contact> contacts,
    List<Permission> permissions,
    Optional<Postmortem> postmortem,
    SafeHtml resolution,
    Optional<Time> retainUntil,
    Optional<String> legalHold,
    List<Span> spans,
    Around around,
    List<Appendix> appendices)
    implements View {
  /** A time of the case, and how long after the one before; empty for the first. */
  public record Moment(String name, Time time, String after) {}

  public record Answer(String question, String answer) {}

  /** How long something took. */
  public record Span(String name, String length) {}

  /**
   * What is known only from other documents.
   *
   * @param told notices about this case, newest first
   * @param training the path to the same case as an exercise
   */
  public record Around(
      List<Observable> observables,
      List<Similar> similar,
      List<Told> told,
      List<Action> actions,
      Optional<Ref> training) {}

  /**
   * Something seen.
   *
   * @param href its own page, or empty where there is none
   * @param basis what it rests on; {@code named in the text} where the list has it not
   * @param also who else saw it, in a sentence, or empty
   */
  public record Observable(
      Tag type, String value, String href, String note, String basis, String also) {}

  /** A case that resembles this one; {@code reasons} are such as {@code same method: phishing}. */
  public record Similar(
      Ref document, Optional<Tag> severity, Tag status, Time logged, List<String> reasons) {}

  /** A notice about this case: to whom, and when it was last changed. */
  public record Told(Ref document, String type, String readers, Time date) {}

  /**
   * A text file printed with the dossier.
   *
   * @param text its first lines
   * @param shown how many lines these are, of {@code lines}
   */
  public record Appendix(
      String title, String href, String sha256, String text, int shown, int lines) {}

  /**
   * A line of the timeline.
   *
   * @param day the date where it differs from the line before, else empty
   * @param local the time of day in the team's zone, with the date where that differs, or empty
   * @param basis its token is {@code unmarked} where nothing was said, {@code kind} where only the
   *     kind is known
   */
  public record Event(
      Time time,
      String day,
      String clock,
      String local,
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

  /** {@code state} is done, open or overdue; {@code done} says when, or empty. */
  public record Action(
      String who,
      String delivers,
      String to,
      String form,
      Optional<Time> by,
      Tag state,
      String done) {}

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

package org.cresset.page.view;

import java.util.List;
import java.util.Optional;
import org.cresset.text.SafeHtml;

/** An advisory. {@code mail} says which plain-text file carries it. */
public record AdvisoryView(
    DocView head,
    String action,
    Optional<Tag> severity,
    Optional<String> severityReason,
    Optional<String> exploitation,
    Optional<String> knowledge,
    Optional<Time> nextUpdate,
    List<Product> products,
    boolean anyPlatforms,
    boolean anyInvestigation,
    List<Vulnerability> vulnerabilities,
    List<Solution> solutions,
    Optional<Withdrawn> withdrawn,
    List<Credit> credits,
    List<Coordination> coordination,
    List<Format> formats,
    Genuine genuine)
    implements View {
  /** Another form of the advisory, and its signature. */
  public record Format(String name, String href, String signature) {}

  /** A row of the table of products; versions in words. */
  public record Product(
      String name,
      String vendor,
      String affected,
      String fixed,
      boolean noFix,
      String notAffected,
      String reason,
      String investigation,
      String platforms,
      String identifiers) {}

  /**
   * A flaw.
   *
   * @param record where its name leads, if it is a CVE id
   * @param cwe the weakness's id and name, or empty
   * @param weakness where these lead
   */
  public record Vulnerability(
      String name,
      Optional<String> record,
      String title,
      String otherIds,
      String cwe,
      String weakness,
      List<Vector> vectors,
      String accessRequired,
      String accessGained,
      String products) {}

  /** A CVSS vector, its score, and what it says in words. */
  public record Vector(
      String version, String score, Optional<Tag> rating, String text, String words) {}

  /** One way out. */
  public record Solution(
      int number,
      Tag category,
      SafeHtml details,
      SafeHtml impact,
      String tested,
      String products,
      Optional<String> url) {}

  public record Withdrawn(Time date, String reason) {}

  public record Credit(String who, String summary, List<String> urls) {}

  public record Coordination(
      String vendor, Optional<Time> notified, String status, String statement) {}

  /**
   * The files by which this document is checked; addresses are empty outside the public edition.
   */
  public record Genuine(String text, String signature, String folderUrl) {}
}

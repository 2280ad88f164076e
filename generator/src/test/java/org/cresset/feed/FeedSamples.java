package org.cresset.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.Shown;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;
import org.cresset.edition.Team;
import org.cresset.edition.TeamRecords;
import org.cresset.edition.Versions;
import org.cresset.marking.Audience;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Exploitation;
import org.cresset.model.Kind;
import org.cresset.model.MarkedText;
import org.cresset.model.Product;
import org.cresset.model.Revision;
import org.cresset.model.Severity;
import org.cresset.model.Solution;
import org.cresset.model.Status;
import org.cresset.model.Vulnerability;
import org.cresset.model.Withdrawal;

/** A small edition made by hand. */
final class FeedSamples {
  static final Instant FIRST = Instant.parse("2026-10-03T05:10:00Z");
  static final Instant REVISED = Instant.parse("2026-10-12T04:00:00Z");

  private FeedSamples() {}

  static Edition edition(Instant asOf, Article... articles) {
    TreeMap<DocumentId, Article> all = new TreeMap<>();
    for (Article article : articles) {
      all.put(article.id(), article);
    }
    Team team =
        new Team(
            "Example & Sons CSIRT",
            Optional.empty(),
            "coordinator",
            "csirt@example.org",
            Optional.of("+61 7 5550 0100"),
            ZoneId.of("UTC"));
    Signer signer = new Signer("0123456789ABCDEF0123456789ABCDEF01234567", "Team", false, "key");
    Site site =
        new Site(
            "https://csirt.example.org/",
            "en",
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2027-06-30T00:00:00Z")),
            team,
            signer);
    Audience audience = new Audience("public", new Audience.Anyone(), false);
    return new Edition(audience, site, asOf, all, new TreeMap<>(), List.of(), TeamRecords.NONE);
  }

  static Article gateway(String title, String body) {
    TreeMap<String, Link> links = new TreeMap<>();
    links.put(
        "../../policies/disclosure.md",
        new Link(
            new DocumentId(Kind.POLICY, "disclosure"),
            "Disclosure",
            "policies/disclosure/index.html"));
    return article(
        Kind.ADVISORY,
        "CSA-2026-k7f3",
        title,
        Status.FINAL,
        advisory(Optional.empty()),
        body,
        links);
  }

  static Article withdrawn() {
    Withdrawal withdrawal = new Withdrawal(REVISED, "The report was wrong.");
    return article(
        Kind.ADVISORY,
        "csa-2026-h3vj",
        "Log service",
        Status.WITHDRAWN,
        advisory(Optional.of(withdrawal)),
        "The old claim.",
        new TreeMap<>());
  }

  static Article policy(String id, boolean announce, Status status, String... implemented) {
    Details.Policy policy =
        new Details.Policy(
            "policy",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(implemented),
            List.of(),
            announce,
            List.of());
    return article(Kind.POLICY, id, "Policy " + id, status, policy, "What holds.", new TreeMap<>());
  }

  private static Details.Advisory advisory(Optional<Withdrawal> withdrawn) {
    Product product =
        new Product(
            Optional.of("gateway-4"),
            Optional.of("Example Mailwright"),
            "Example Mail Gateway",
            List.of(">=4.0 <4.2.7"),
            List.of("4.2.7"),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.of("pkg:npm/%40example/mail-gateway"),
            Optional.empty());
    Solution solution =
        new Solution(
            "workaround",
            MarkedText.of("Block TCP 8443 at the border, for IPv4 and IPv6 and from everywhere."),
            MarkedText.of("Remote administration stops."),
            Optional.of("us"),
            List.of(),
            Optional.empty());
    Vulnerability flaw =
        new Vulnerability(
            Optional.of("CVE-2026-9990101"),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new Details.Advisory(
        "Block port 8443 now.",
        "csaf_security_advisory",
        Optional.of(Severity.CRITICAL),
        Optional.empty(),
        Optional.of(Exploitation.ACTIVE),
        Optional.empty(),
        Optional.empty(),
        List.of(product),
        List.of(flaw),
        List.of(solution),
        List.of(),
        withdrawn,
        List.of(),
        List.of());
  }

  static Article article(
      Kind kind,
      String id,
      String title,
      Status status,
      Details details,
      String body,
      TreeMap<String, Link> links) {
    DocumentId name = new DocumentId(kind, id);
    List<Revision> history =
        List.of(
            new Revision("1", FIRST, "First release"),
            new Revision("2", REVISED, "Release 4 fixed"));
    return new Article(
        name,
        Paths.page(name, FIRST),
        Label.PUBLIC,
        "",
        title,
        status,
        Optional.empty(),
        Optional.empty(),
        kind == Kind.POLICY ? List.of("Coordinated disclosure") : List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        new Versions("2", FIRST, REVISED, history),
        Shown.NOTHING,
        details,
        MarkedText.of(body),
        links,
        new TreeMap<>(),
        new TreeMap<>());
  }
}

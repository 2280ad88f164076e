package org.cresset.search;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
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
import org.cresset.model.Observable;
import org.cresset.model.Product;
import org.cresset.model.Severity;
import org.cresset.model.Status;
import org.cresset.model.Triage;
import org.cresset.model.Vulnerability;
import org.cresset.problem.Problems;

/** Small editions to search. */
final class Samples {
  private Samples() {}

  static Edition edition(boolean team, List<Article> articles) {
    SortedMap<DocumentId, Article> byId = new TreeMap<>();
    articles.forEach(a -> byId.put(a.id(), a));
    Audience audience =
        team
            ? new Audience("staff", new Audience.Team(), false)
            : new Audience("public", new Audience.Anyone(), false);
    Team of =
        new Team(
            "Example CSIRT",
            Optional.empty(),
            "coordinator",
            "csirt@example.org",
            Optional.empty(),
            ZoneId.of("UTC"));
    Signer signer = new Signer("0".repeat(40), "Example CSIRT", true, "");
    Site site =
        new Site(
            "https://csirt.example.org/",
            "en",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            of,
            signer);
    return new Edition(
        audience,
        site,
        Instant.parse("2026-11-22T00:00:00Z"),
        byId,
        new TreeMap<>(),
        List.of(),
        TeamRecords.NONE);
  }

  /** The scripts of an edition by path, made with the help of what that folder keeps. */
  static SortedMap<String, byte[]> export(Edition edition, Path cache) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    new SearchRenderer(cache, MarkedText::markdown).render(edition, files::put, new Problems());
    return files;
  }

  static Article page(String id, String date, String title, String text) {
    return article(
        Kind.PAGE,
        id,
        date,
        title,
        text,
        new Details.Page(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  static Article advisory(
      String id,
      String date,
      String title,
      String text,
      Severity severity,
      List<String> cves,
      List<String> products) {
    return article(
        Kind.ADVISORY,
        id,
        date,
        title,
        text,
        new Details.Advisory(
            "Update now.",
            "vulnerability",
            Optional.of(severity),
            Optional.empty(),
            Optional.of(Exploitation.ACTIVE),
            Optional.empty(),
            Optional.empty(),
            products.stream().map(Samples::product).toList(),
            cves.stream().map(Samples::flaw).toList(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of()));
  }

  static Article report(
      String id,
      String date,
      String title,
      String text,
      Severity severity,
      String site,
      String method,
      List<String> addresses) {
    Instant at = Instant.parse(date + "T10:00:00Z");
    return article(
        Kind.REPORT,
        id,
        date,
        title,
        text,
        new Details.Report(
            Optional.of(severity),
            "dm",
            new Triage("incident", Optional.of(2), List.of()),
            new Details.Times(
                Optional.of(at),
                Optional.of(at.minusSeconds(86_400)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at.plusSeconds(3 * 86_400)),
                Optional.empty(),
                Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            List.of(site),
            List.of("Brisbane"),
            List.of(method),
            List.of("Example Mail Gateway"),
            List.of(),
            List.of(),
            Optional.empty(),
            addresses.stream()
                .map(a -> new Observable("ipv4", a, Optional.empty(), Optional.empty()))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            MarkedText.EMPTY,
            new Details.Retention(Optional.empty(), Optional.empty())));
  }

  private static Product product(String name) {
    return new Product(
        Optional.empty(),
        Optional.of("Example Vendor"),
        name,
        List.of(">=4.0 <4.2.7"),
        List.of("4.2.7"),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static Vulnerability flaw(String cve) {
    return new Vulnerability(
        Optional.of(cve),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Article article(
      Kind kind, String id, String date, String title, String text, Details details) {
    Instant at = Instant.parse(date + "T10:00:00Z");
    return new Article(
        new DocumentId(kind, id),
        kind.folder() + "/" + id + "/index.html",
        Label.PUBLIC,
        "",
        title,
        Status.FINAL,
        Optional.empty(),
        Optional.empty(),
        List.of("web shell"),
        List.of(),
        List.of(),
        Optional.empty(),
        new Versions("1", at, at, List.of()),
        Shown.NOTHING,
        details,
        MarkedText.of(text),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }
}

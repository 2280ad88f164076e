package org.cresset.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Signer;
import org.cresset.marking.Audience;
import org.cresset.marking.Label;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.page.view.PageView;
import org.cresset.page.view.SiteView;

/** What surrounds the text on every page of an edition. */
final class Chrome {
  static final String NOT_FOUND = "404.html";
  private static final String INDEX = "index.html";
  private static final DocumentId REPORT = new DocumentId(Kind.PAGE, "report-an-incident");
  private static final Map<Kind, String> SECTIONS = sections();

  private final Edition edition;
  private final SiteView site;

  Chrome(Edition edition, Insight insight) {
    this.edition = edition;
    this.site = view(edition, insight);
  }

  SiteView site() {
    return site;
  }

  /** The frame of a page. */
  PageView page(
      String path, String section, String title, String description, String running, Label label) {
    return new PageView(
        title,
        section,
        description,
        running,
        path,
        root(path),
        edition.audience().isPublic() && !path.equals(NOT_FOUND)
            ? Optional.of(edition.site().url() + address(path))
            : Optional.empty(),
        Words.label(label));
  }

  /** What leads from a page to the root of the site. */
  String root(String path) {
    if (path.equals(NOT_FOUND)) {
      return edition.audience().isPublic() ? edition.site().url() : "/";
    }
    return "../".repeat((int) path.chars().filter(c -> c == '/').count());
  }

  /** The address that is passed on: a folder's rather than its index.html. */
  private static String address(String path) {
    return path.equals(INDEX) || path.endsWith("/" + INDEX)
        ? path.substring(0, path.length() - INDEX.length())
        : path;
  }

  private static SiteView view(Edition edition, Insight insight) {
    Audience audience = edition.audience();
    return new SiteView(
        edition.site().team().name(),
        edition.site().url(),
        edition.site().lang(),
        edition.site().team().email(),
        edition.site().team().phone(),
        edition.site().team().timezone().getId(),
        audience.id(),
        audience.isPublic(),
        audience.isTeam(),
        reading(edition),
        key(edition.site().signer()),
        navigation(edition, insight),
        pages(edition),
        Optional.ofNullable(edition.articles().get(REPORT)).map(Article::path),
        edition.site().historyUrl(),
        edition.site().archiveUrl());
  }

  private static String reading(Edition edition) {
    return switch (edition.audience().readers()) {
      case Audience.Anyone() -> "";
      case Audience.Team() -> "for " + edition.site().team().name() + " alone";
      case Audience.Member(String id, boolean plain) -> "for " + id;
    };
  }

  private static SiteView.Key key(Signer signer) {
    return new SiteView.Key(
        signer.fingerprint(),
        Words.fingerprint(signer.fingerprint()),
        signer.userId(),
        signer.demonstration());
  }

  private static List<SiteView.Section> navigation(Edition edition, Insight insight) {
    List<SiteView.Section> sections = new ArrayList<>();
    SECTIONS.forEach((kind, title) -> {
      boolean isEmpty = edition.articles().keySet().stream().noneMatch(i -> i.kind() == kind);
      if (!isEmpty) {
        String folder = kind.folder();
        sections.add(new SiteView.Section(folder, title, folder + "/index.html"));
      }
    });
    if (insight.hasObservables()) {
      sections.add(new SiteView.Section(Observables.SECTION, "Observables", Observables.LIST));
    }
    if (Statistics.isThere(edition)) {
      sections.add(new SiteView.Section(Statistics.SECTION, "Statistics", Statistics.PATH));
    }
    sections.add(new SiteView.Section("search", "Search", "search/index.html"));
    sections.add(new SiteView.Section("verify", "Verify", "verify/index.html"));
    return List.copyOf(sections);
  }

  /**
   * Pages at the top of the site, in their order, then the folders that hold the others. Every page
   * names them, so only what is public counts.
   */
  private static List<SiteView.Section> pages(Edition edition) {
    List<SiteView.Section> pages = new ArrayList<>();
    edition.of(Kind.PAGE).stream()
        .filter(page -> !page.id().id().contains("/") && page.label().equals(Label.PUBLIC))
        .sorted(Comparator.comparing(Sections::order).thenComparing(Article::id))
        .forEach(
            page -> pages.add(new SiteView.Section(page.id().folded(), page.title(), page.path())));
    Sections.folders(edition)
        .forEach((folder, title) -> {
          List<Article> inside = Sections.pages(edition, folder);
          if (inside.stream().allMatch(p -> p.label().equals(Label.PUBLIC))) {
            pages.add(new SiteView.Section(folder, title, folder + "/index.html"));
          }
        });
    return List.copyOf(pages);
  }

  private static Map<Kind, String> sections() {
    Map<Kind, String> titles = new LinkedHashMap<>();
    titles.put(Kind.ADVISORY, "Advisories");
    titles.put(Kind.REPORT, "Reports");
    titles.put(Kind.NOTICE, "Notices");
    titles.put(Kind.POLICY, "Policies");
    titles.put(Kind.TERM, "Glossary");
    return titles;
  }
}

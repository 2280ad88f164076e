package org.cresset.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.Shown;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;
import org.cresset.edition.Team;
import org.cresset.edition.TeamRecords;
import org.cresset.edition.Versions;
import org.cresset.marking.Audience;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.MarkedText;
import org.cresset.model.Reference;
import org.cresset.model.Revision;
import org.cresset.model.Status;

/** Editions made by hand, to be rendered in tests. */
final class Samples {
  static final Instant FIRST = Instant.parse("2026-10-03T05:10:00Z");
  static final Instant AS_OF = Instant.parse("2026-11-22T00:00:00Z");
  static final Label PRIVATE = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);
  static final String FINGERPRINT = "4F1A09C3D27E5B860A1F77D2C0984E3B51D66AF2";

  private Samples() {}

  static Edition publicEdition(boolean demonstrationKey, Article... articles) {
    return edition(
        new Audience("public", new Audience.Anyone(), false), demonstrationKey, articles);
  }

  static Edition staffEdition(Article... articles) {
    return edition(new Audience("staff", new Audience.Team(), false), false, articles);
  }

  private static Edition edition(Audience audience, boolean demonstration, Article... articles) {
    SortedMap<DocumentId, Article> map = new TreeMap<>();
    Arrays.stream(articles).forEach(a -> map.put(a.id(), a));
    SortedMap<String, Intro> intros = new TreeMap<>();
    intros.put(
        "advisories",
        new Intro(
            "Advisories",
            Label.PUBLIC,
            MarkedText.of("Each advisory deals with one problem."),
            Collections.emptySortedMap()));
    Team team =
        new Team(
            "Harbour CSIRT",
            Optional.of("https://csirt.example.org"),
            "coordinator",
            "csirt@example.org",
            Optional.of("+61 7 5550 0100"),
            ZoneId.of("Australia/Brisbane"));
    Signer signer =
        new Signer(
            FINGERPRINT,
            "Harbour CSIRT <csirt@example.org>",
            demonstration,
            "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnot a key\n-----END PGP PUBLIC KEY BLOCK-----\n");
    Site site =
        new Site(
            "https://csirt.example.org/",
            "en",
            Optional.of("https://csirt.example.org/public.git"),
            Optional.of("https://csirt.example.org/public.zip"),
            Optional.empty(),
            team,
            signer);
    return new Edition(audience, site, AS_OF, map, intros, List.of(), TeamRecords.NONE);
  }

  /** An article with nothing but its details and body, changed by a {@link Builder}. */
  static Builder article(Kind kind, String id, String title, Details details, String body) {
    return new Builder(new DocumentId(kind, id), title, details, MarkedText.of(body));
  }

  /** What an article may have besides. */
  static final class Builder {
    private final DocumentId id;
    private final String title;
    private final Details details;
    private final MarkedText body;
    private final SortedMap<String, Link> links = new TreeMap<>();
    private final SortedMap<String, List<Link>> related = new TreeMap<>();
    private Label label = Label.PUBLIC;
    private Status status = Status.FINAL;
    private Optional<Instant> embargo = Optional.empty();
    private List<Reference> references = List.of();
    private Optional<LocalDate> review = Optional.empty();
    private List<Revision> history = List.of();

    private Builder(DocumentId id, String title, Details details, MarkedText body) {
      this.id = id;
      this.title = title;
      this.details = details;
      this.body = body;
    }

    Builder label(Label label) {
      this.label = label;
      return this;
    }

    Builder status(Status status) {
      this.status = status;
      return this;
    }

    Builder embargo(String time) {
      this.embargo = Optional.of(Instant.parse(time));
      return this;
    }

    Builder review(String date) {
      this.review = Optional.of(LocalDate.parse(date));
      return this;
    }

    Builder references(Reference... references) {
      this.references = List.of(references);
      return this;
    }

    Builder history(Revision... history) {
      this.history = List.of(history);
      return this;
    }

    Builder link(String written, Article to) {
      links.put(written, to.link());
      return this;
    }

    Builder related(String relation, Article... to) {
      related.put(relation, Arrays.stream(to).map(Article::link).toList());
      return this;
    }

    Article build() {
      Instant initial = history.isEmpty() ? FIRST : history.getFirst().date();
      Instant current = history.isEmpty() ? FIRST : history.getLast().date();
      String number =
          switch (id.kind()) {
            case ADVISORY, POLICY -> history.isEmpty() ? "1" : history.getLast().number();
            default -> "";
          };
      return new Article(
          id,
          Paths.page(id, initial),
          label,
          label.equals(Label.PUBLIC) ? "" : "the team alone",
          title,
          status,
          embargo,
          Optional.empty(),
          List.of(),
          List.of(),
          references,
          review,
          new Versions(number, initial, current, history),
          Shown.NOTHING,
          details,
          body,
          links,
          new TreeMap<>(),
          related);
    }
  }
}

package org.cresset.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.cresset.document.Configuration;
import org.cresset.document.Document;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.document.Past;
import org.cresset.document.Resolver;
import org.cresset.document.SmallEvents;
import org.cresset.edition.Affected;
import org.cresset.edition.Article;
import org.cresset.edition.Asset;
import org.cresset.edition.Commit;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.Site;
import org.cresset.edition.TeamRecords;
import org.cresset.edition.Versions;
import org.cresset.marking.Audience;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.model.Activity;
import org.cresset.model.Deadline;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Mark;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;
import org.cresset.model.Sighting;

/**
 * The wall. Everything that an audience may not see is left behind here, as text and before
 * anything parses, counts, links or indexes it. The only maker of {@link Edition}s.
 */
public final class Gate {
  /** Whatever it will be: until its release a text is shown in confidence. */
  private static final Label UNRELEASED = new Label(Classification.SENSITIVE, Tlp.AMBER_STRICT);

  /** Before anybody else is told, a text is the team's own. */
  private static final Label DRAFT = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private static final Audience TEAM = new Audience("team", new Audience.Team(), true);

  private final Library library;
  private final Past past;
  private final List<Deadline> deadlines;
  private final ShownVersions shown;

  public Gate(Library library, Past past) {
    this(library, past, List.of(), ShownVersions.NONE);
  }

  /**
   * The gate to a library.
   *
   * @param deadlines of keys and releases, for the team alone
   * @param shown what the edition has shown before
   */
  public Gate(Library library, Past past, List<Deadline> deadlines, ShownVersions shown) {
    this.library = library;
    this.past = past;
    this.deadlines = List.copyOf(deadlines);
    this.shown = shown;
  }

  /** What this audience may see at that time. */
  public Admission admit(Audience audience, Site site, Instant asOf) {
    return new Passing(new Reader(audience, asOf, library.register()), site).admission();
  }

  /**
   * The commits that changed a document that an edition has, newest first. The team's editions
   * alone have them, and of those only what left a text that the edition might have shown.
   */
  public List<Commit> commits(DocumentId id, Audience audience, Instant asOf) {
    Reader reader = new Reader(audience, asOf, library.register());
    return audience.isTeam()
        ? Optional.ofNullable(library.documents().get(id)).stream()
            .flatMap(d -> new Commits(past, reader).of(d))
            .toList()
        : List.of();
  }

  /**
   * When a document was released first, by history: to anyone where anyone may read it now, else to
   * the team; empty if no commit did.
   */
  public Optional<Instant> firstReleased(Document document, Instant asOf) {
    Reader team = new Reader(TEAM, asOf, library.register());
    Reader reader = team.isOpen(document.marking()) ? team.open() : team;
    return new Dating(past, reader, new Following(new Resolver(library))).released(document.path());
  }

  /** Why a document of the library is or is not in the edition of this audience at that time. */
  public Explanation explain(Document document, Audience audience, Site site, Instant asOf) {
    Reader reader = new Reader(audience, asOf, library.register());
    return new Explainer(document, reader, admit(audience, site, asOf)).explanation();
  }

  /** One walk of the library through the gate. */
  private final class Passing {
    private final Reader reader;
    private final Site site;
    private final Dating dating;
    // What a name means to a reader must not depend on documents that it may not see.
    private final Library seen;
    // What a member finds on the public site.
    private final Library elsewhere;
    private final Resolver resolver;
    private final Following following;
    private final Assets assets;
    private final List<String> withheld = Collections.synchronizedList(new ArrayList<>());
    private final SortedSet<String> names = new TreeSet<>();
    private final SortedMap<DocumentId, Versions> versions = new TreeMap<>();
    private final SortedMap<DocumentId, Link> visible = new TreeMap<>();
    private final SortedMap<DocumentId, int[]> lines = new ConcurrentSkipListMap<>();
    private final SortedMap<DocumentId, SortedSet<String>> unresolved =
        new ConcurrentSkipListMap<>();

    Passing(Reader reader, Site site) {
      this.reader = reader;
      this.site = site;
      this.seen = library.only(this::admits);
      this.elsewhere = library.only(d -> reader.isMember() && reader.isOpen(d.marking()));
      this.resolver =
          new Resolver(
              reader.isMember()
                  ? library.only(d -> reader.gets(d) || reader.isOpen(d.marking()))
                  : seen);
      this.following = new Following(resolver);
      this.dating = new Dating(past, reader, following);
      this.assets = new Assets(library, reader);
    }

    Admission admission() {
      Collection<Document> admitted = seen.documents().values();
      Map<DocumentId, Versions> dated = new ConcurrentHashMap<>();
      admitted.parallelStream().forEach(d -> dated.put(d.id(), dating.versions(d)));
      versions.putAll(dated);
      for (Document d : admitted) {
        Instant initial = Objects.requireNonNull(versions.get(d.id())).initial();
        visible.put(d.id(), new Link(d.id(), d.title(), Paths.page(d.id(), initial)));
      }
      List<String> pages = visible.values().stream().map(Link::path).toList();
      Sections sections = Sections.of(library, reader, pages, this::withhold);
      Links links = new Links(visible, elsewhere, site.url(), dating.open()::versions, sections);
      Relations relations = new Relations(resolver, links, reader.audience().isTeam());
      admitted.forEach(relations::enter);
      EarlierVersions earlier = new EarlierVersions(past, reader, shown, following);
      SortedMap<DocumentId, Article> articles = new TreeMap<>();
      admitted.parallelStream()
          .map(d -> article(d, relations, links, earlier))
          .forEachOrdered(a -> articles.put(a.id(), a));
      Edition edition =
          new Edition(
              reader.audience(),
              site,
              reader.asOf(),
              Collections.unmodifiableSortedMap(articles),
              sections.intros(library, reader, resolver, links, withheld::addAll),
              affected(links),
              team(links));
      return new Admission(
          edition, new Withheld(names, withheld), seen.documents(), lines, unresolved);
    }

    /** Said only where it leaves the team sealed, or openly by agreement. */
    private List<Affected> affected(Links links) {
      return reader.audience().readers() instanceof Audience.Member(String id, boolean plainAgreed)
              && (reader.audience().sealed() || plainAgreed)
              && library.register().organisations().get(id) instanceof Organisation o
          ? Touched.by(o, elsewhere, links, dating)
          : List.of();
    }

    /** What no other audience may have. */
    private TeamRecords team(Links links) {
      Configuration configuration = library.configuration();
      CallerCard card = new CallerCard(library, reader);
      return reader.audience().isTeam()
          ? new TeamRecords(
              sightings(),
              library.events().activity().stream()
                  .sorted(Comparator.comparing(Activity::date))
                  .toList(),
              configuration.triage(),
              configuration.reportRetention(),
              new Audit(past, reader, links).acts(),
              card.accepted(),
              card.callers(),
              deadlines,
              told(Document::origin),
              told(Document::heldElsewhere))
          : TeamRecords.NONE;
    }

    private SortedMap<DocumentId, String> told(Function<Document, Optional<String>> words) {
      SortedMap<DocumentId, String> told = new TreeMap<>();
      seen.documents().values().forEach(d -> words.apply(d).ifPresent(w -> told.put(d.id(), w)));
      return told;
    }

    /** Small events by their times; a report that this edition may not have is not named. */
    private List<Sighting> sightings() {
      return library.events().sightings().stream()
          .map(SmallEvents.Seen::sighting)
          .map(s -> s.report().map(this::shows).orElse(true) ? s : s.withoutReport())
          .sorted(Comparator.comparing(Sighting::at))
          .toList();
    }

    private boolean shows(String report) {
      Document d = library.documents().get(new DocumentId(Kind.REPORT, report));
      return d != null && reader.gets(d);
    }

    private boolean admits(Document d) {
      boolean admitted = reader.gets(d);
      // What a member finds on the public site is no secret, only its passages for others are.
      if (!admitted && reader.mayRead(d.marking())) {
        withheld.addAll(cut(d).withheld());
        new DetailsCut(d, reader, withheld::add).details();
      } else if (!admitted) {
        names.add(d.id().id());
        names.add(d.title());
        withheld.add(d.body().markdown());
        withheld.add(String.valueOf(d.details()));
      }
      return admitted;
    }

    private Cut cut(Document d) {
      return Cut.of(d.body().markdown(), d.body().fences(), d.marking(), reader);
    }

    private void withhold(Intro intro) {
      names.add(intro.title());
      withheld.add(intro.body().markdown());
    }

    private Article article(Document d, Relations relations, Links links, EarlierVersions earlier) {
      Cut cut = cut(d);
      withheld.addAll(cut.withheld());
      if (cut.lines().length > 0) {
        lines.put(d.id(), cut.lines());
      }
      Details details = new DetailsCut(d, reader, withheld::add).details();
      MarkedText body = cut.text();
      if (details instanceof Details.Report report) {
        ChronologyCut chronology = ChronologyCut.of(body);
        body = chronology.body();
        details = References.report(report, chronology.entries(), following);
      } else {
        details = References.followable(details, following);
      }
      Destinations destinations = new Destinations(resolver, links);
      MarkdownValues.of(details).forEach(text -> destinations.enter(d.folder(), text));
      destinations.enter(d.folder(), body);
      String page = Objects.requireNonNull(visible.get(d.id())).path();
      SortedMap<String, Asset> files = assets.of(d, page, destinations.files());
      SortedSet<String> dangling = new TreeSet<>(destinations.unresolved());
      destinations.files().keySet().stream()
          .filter(k -> !files.containsKey(k))
          .forEach(dangling::add);
      if (!dangling.isEmpty()) {
        unresolved.put(d.id(), dangling);
      }
      boolean team = reader.audience().isTeam();
      Versions dated = Objects.requireNonNull(versions.get(d.id()));
      return new Article(
          d.id(),
          page,
          label(d, details, body, files),
          readers(d),
          d.title(),
          d.status(),
          team && d.marking().embargoed(reader.asOf()) ? d.marking().embargo() : Optional.empty(),
          d.lang(),
          d.keywords(),
          d.aliases(),
          d.references(),
          d.reviewOn(),
          dated,
          earlier.of(d, dated, details, body),
          details,
          body,
          destinations.links(),
          Collections.unmodifiableSortedMap(files),
          relations.of(d.id()));
    }

    private String readers(Document d) {
      if (reader.isPreview(d.marking())) {
        return "those who got it before its release; do not pass it on";
      }
      return d.marking().classification() == Classification.PUBLIC
          ? ""
          : reader.readers(d.marking().only());
    }

    /** The highest classification and strictest TLP of what this reader is shown. */
    private Label label(
        Document d, Details details, MarkedText body, SortedMap<String, Asset> files) {
      Label label = d.marking().label();
      if (reader.isPreview(d.marking()) || d.marking().embargoed(reader.asOf())) {
        label = label.with(UNRELEASED);
      } else if (d.marking().draft()) {
        label = label.with(DRAFT);
      }
      for (Asset asset : files.values()) {
        label = label.with(asset.label());
      }
      List<MarkedText> texts = new ArrayList<>(MarkdownValues.of(details));
      texts.add(body);
      for (MarkedText text : texts) {
        for (Mark mark : text.marks()) {
          label = label.with(mark.label());
        }
      }
      return label;
    }
  }
}

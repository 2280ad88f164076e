package org.cresset.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.document.Attached;
import org.cresset.document.Audiences;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fenced;
import org.cresset.document.Fences;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.LinkScanner;
import org.cresset.document.Places;
import org.cresset.document.Resolver;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;
import org.cresset.marking.Reach;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.text.LinkUse;
import org.cresset.text.Markdown;

/**
 * Every link leads somewhere that each reader of its text may go, whether or not an edition is
 * configured for that reader.
 */
final class LinkRules {
  private static final Pattern DEFINITION = Pattern.compile("^[ >]*\\[([^\\]]+)\\]:.*");

  private final Findings findings;
  private final Library library;
  private final Markdown markdown;
  private final Resolver resolver;
  private final Map<DocumentId, Document> documents;
  private final Instant asOf;
  private final List<Audience> outsiders;

  LinkRules(Findings findings, Library library, Markdown markdown, Instant asOf) {
    this.findings = findings;
    this.library = library;
    this.markdown = markdown;
    this.resolver = new Resolver(library);
    this.documents = new HashMap<>(library.documents());
    this.asOf = asOf;
    this.outsiders =
        Audiences.of(library.configuration(), library.register()).stream()
            .filter(a -> !a.isTeam())
            .toList();
  }

  /**
   * A text that holds links.
   *
   * @param folder from the content folder, ending with a slash
   * @param ownsFolder whether the files there are its attachments
   * @param attachments those that it lists
   * @param found where its problems go
   */
  private record Page(
      String folder,
      String shown,
      Marking marking,
      Fenced body,
      boolean ownsFolder,
      List<Attached> attachments,
      Sink found) {
    boolean isAttachment(Library library, String path) {
      return ownsFolder && library.isAttachment(folder, path);
    }
  }

  /** The entry of an attachment's own, if the document lists it. */
  private static Optional<Attached> entry(Page page, String path) {
    return page.attachments().stream()
        .filter(a -> path.equals(page.folder() + a.file()))
        .findFirst();
  }

  /** Takes a problem, and for one edition alone what it is to its readers. */
  private interface Sink {
    void add(Problem problem, List<Marking> besides, Optional<Findings.Told> told);
  }

  void check(Document d) {
    Page page =
        new Page(
            d.folder(),
            d.shown(),
            d.marking(),
            d.body(),
            d.ownsFolder(),
            d.attachments(),
            (p, besides, told) -> findings.tell(d, p, besides, told));
    body(page);
    for (MarkedText text : MarkdownValues.inFront(d.details())) {
      for (LinkScanner.Use use : LinkScanner.scan(Fences.outside(text.markdown()))) {
        Span at = Places.of(d, text);
        if (at.line() < d.body().firstLine()) {
          link(page, use.destination(), at);
        }
      }
    }
  }

  void check(Intro i) {
    body(
        new Page(
            i.folder() + "/",
            i.shown(),
            i.marking(),
            i.body(),
            false,
            List.of(),
            (p, besides, told) -> findings.tell(i, p, besides, told)));
  }

  private void body(Page page) {
    String text = page.body().markdown();
    List<LinkScanner.Use> suspects =
        LinkScanner.scan(text).stream().filter(u -> isWrong(page, u)).toList();
    if (!suspects.isEmpty()) {
      Set<String> written =
          suspects.stream().map(LinkScanner.Use::destination).collect(Collectors.toSet());
      // What is written with escapes is not what the parser reads.
      boolean masked = written.stream().anyMatch(w -> w.indexOf('&') >= 0 || w.indexOf('\\') >= 0);
      // Only now the parser is asked: in code nothing is a link.
      for (LinkUse use : markdown.links(text)) {
        String destination = use.destination();
        if (written.contains(destination) || (masked && LinkScanner.isHere(destination))) {
          int line = page.body().firstLine() + use.line();
          Span at = new Span(page.shown(), line, use.column() + 1, use.destination().length());
          link(page, use.destination(), at);
        }
      }
    }
    definitions(page);
  }

  private boolean isWrong(Page page, LinkScanner.Use use) {
    // Which line it is matters only where some lines are for fewer readers.
    int line =
        page.body().firstLine()
            + (page.body().fences().isEmpty() ? 0 : lineOf(page.body().markdown(), use.offset()));
    Marking from = marking(page, Span.at(page.shown(), line, 1));
    return !isGood(page, resolver.link(page.folder(), use.destination()), from);
  }

  private static int lineOf(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** Whether every reader of a text may go there. */
  private boolean isGood(Page page, Resolver.Target target, Marking from) {
    return switch (target) {
      case Resolver.ToDocument(DocumentId id) -> Reach.covers(from, document(id).marking(), asOf);
      case Resolver.ToSection(String section) ->
          Reach.covers(from, Objects.requireNonNull(library.intros().get(section)).marking(), asOf);
      case Resolver.ToFile(String path) ->
          page.isAttachment(library, path)
              && entry(page, path)
                  .flatMap(Attached::marking)
                  .filter(own -> !Reach.covers(from, own, asOf))
                  .isEmpty();
      case Resolver.Ambiguous a -> false;
      case Resolver.Nothing n -> false;
    };
  }

  private Document document(DocumentId id) {
    Document exact = documents.get(id);
    // Of two ids that differ only by case the library has one.
    return exact == null ? Objects.requireNonNull(library.documents().get(id)) : exact;
  }

  private void link(Page page, String destination, Span at) {
    Marking from = marking(page, at);
    Resolver.Target target = resolver.link(page.folder(), destination);
    if (isGood(page, target, from)) {
      return;
    }
    if (target instanceof Resolver.ToFile(String path) && page.isAttachment(library, path)) {
      Attached entry = entry(page, path).orElseThrow();
      Marking own = entry.marking().orElseThrow();
      Problem problem =
          across(destination, from, own, at)
              .withRelated(List.of(Span.at(page.shown(), entry.at().line(), entry.at().column())));
      page.found().add(problem, List.of(Findings.TEAM), Optional.empty());
      for (Audience reader : outsiders) {
        if (reader.mayRead(page.marking(), asOf)
            && reader.mayRead(from, asOf)
            && !reader.mayRead(own, asOf)) {
          Findings.Told told = new Findings.Told(reader.id(), dangling(destination, at));
          page.found().add(problem, List.of(Findings.TEAM), Optional.of(told));
        }
      }
      return;
    }
    Problem problem = problem(target, destination, from, at);
    if (!(target instanceof Resolver.ToDocument || target instanceof Resolver.Ambiguous)) {
      page.found().add(problem, List.of(), Optional.empty());
      return;
    }
    page.found().add(problem, List.of(Findings.TEAM), Optional.empty());
    List<Document> meant = meant(destination);
    for (Audience reader : outsiders) {
      if (reader.mayRead(page.marking(), asOf) && reader.mayRead(from, asOf)) {
        toReader(page, destination, from, at, meant, reader)
            .ifPresent(instead ->
                page.found()
                    .add(
                        problem,
                        List.of(Findings.TEAM),
                        Optional.of(new Findings.Told(reader.id(), instead))));
      }
    }
  }

  private Problem problem(Resolver.Target target, String destination, Marking from, Span at) {
    return switch (target) {
      case Resolver.ToDocument(DocumentId id) -> across(destination, from, document(id), at);
      case Resolver.Ambiguous(Set<DocumentId> ids) -> ambiguous(destination, ids, at);
      default -> dangling(destination, at);
    };
  }

  /** What is wrong for one who knows only what this reader may see. */
  private Optional<Problem> toReader(
      Page page, String destination, Marking from, Span at, List<Document> meant, Audience reader) {
    Set<String> seen = new HashSet<>();
    meant.stream().filter(d -> reader.mayRead(d.marking(), asOf)).forEach(d -> seen.add(d.path()));
    Library known = library.only(d -> seen.contains(d.path()));
    Resolver.Target target = new Resolver(known).link(page.folder(), destination);
    if (target instanceof Resolver.ToDocument(DocumentId id)) {
      Document to = Objects.requireNonNull(known.documents().get(id));
      return Reach.covers(from, to.marking(), asOf)
          ? Optional.empty()
          : Optional.of(across(destination, from, to, at));
    }
    return Optional.of(problem(target, destination, from, at));
  }

  /** All documents that a destination may mean, to one reader or another. */
  private List<Document> meant(String destination) {
    String target = destination.split("[#?]", 2)[0].toLowerCase(Locale.ROOT);
    String name = target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf(':')) + 1);
    return library.all().stream().filter(d -> isCalled(d, target, name)).toList();
  }

  private static boolean isCalled(Document d, String target, String name) {
    Stream<String> names =
        Stream.concat(
            Stream.of(d.id().id(), d.title()),
            Stream.concat(
                d.aliases().stream(),
                d.details() instanceof Details.Term t
                    ? t.abbreviation().stream()
                    : Stream.empty()));
    return d.path().toLowerCase(Locale.ROOT).endsWith(name)
        || names.map(n -> n.toLowerCase(Locale.ROOT)).anyMatch(target::endsWith);
  }

  private static Problem ambiguous(String destination, Set<DocumentId> ids, Span at) {
    return Problem.of(
        Code.LINK_AMBIGUOUS,
        at,
        "'" + destination + "', which may mean " + ids,
        "one document",
        "write doc:" + ids.iterator().next());
  }

  private static Problem dangling(String destination, Span at) {
    return Problem.of(
        Code.LINK_DANGLING,
        at,
        "a link to '" + destination + "', where there is nothing",
        "a document, a term, or an attachment beside the document",
        "correct the path, or remove the link");
  }

  private String standing(Marking marking) {
    if (marking.draft()) {
      return "a draft";
    }
    return marking.embargo().filter(asOf::isBefore).isPresent()
        ? "under embargo"
        : marking.classification().token();
  }

  private Problem across(String destination, Marking from, Document target, Span at) {
    return across(destination, from, target.marking(), at)
        .withRelated(List.of(Span.at(target.shown(), 1, 1)));
  }

  private Problem across(String destination, Marking from, Marking target, Span at) {
    return Problem.of(
        Code.LINK_ACROSS_WALL,
        at,
        "a link from a "
            + from.classification().token()
            + " text to '"
            + destination
            + "', which is "
            + standing(target),
        "a target that every reader of this text may see",
        "put the sentence into a fence, such as ::: private … :::, or link to something else");
  }

  private Marking marking(Page page, Span at) {
    List<Marking> passage = findings.passage(page.body(), page.marking(), at.line());
    return passage.isEmpty() ? page.marking() : passage.getFirst();
  }

  /** A definition inside a fence that is used outside it would vanish for some readers. */
  private void definitions(Page page) {
    if (page.body().fences().isEmpty() || !page.body().markdown().contains("]:")) {
      return;
    }
    String[] lines = page.body().markdown().split("\n", -1);
    Labels labels = Labels.of(lines);
    for (Fence fence : page.body().fences()) {
      for (int i = fence.open(); i < Math.min(fence.close(), lines.length); i++) {
        Matcher m = DEFINITION.matcher(lines[i]);
        if (m.matches() && labels.areOutside(fence, m.group(1))) {
          page.found()
              .add(
                  Problem.of(
                      Code.FENCE_DEFINITION,
                      new Span(
                          page.shown(),
                          page.body().firstLine() + i,
                          m.start(1),
                          m.end(1) - m.start(1) + 2),
                      "the definition of [" + m.group(1) + "] inside a fence, used outside",
                      "a definition where all its uses are",
                      "move it out of the fence, or define it twice under different names"),
                  List.of(),
                  Optional.empty());
        }
      }
    }
  }
}

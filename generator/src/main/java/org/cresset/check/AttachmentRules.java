package org.cresset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Fenced;
import org.cresset.document.Fences;
import org.cresset.document.Library;
import org.cresset.document.LinkScanner;
import org.cresset.document.Places;
import org.cresset.document.Resolver;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;
import org.cresset.media.Hidden;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;

/**
 * Attachments are of known types, and what others than the team may have carries nothing unseen.
 * What the team alone has may be evidence, which nobody alters.
 */
final class AttachmentRules {
  private final Findings findings;
  private final Library library;
  private final Resolver resolver;

  AttachmentRules(Findings findings, Library library, Resolver resolver) {
    this.findings = findings;
    this.library = library;
    this.resolver = resolver;
  }

  /**
   * Where a document names a file.
   *
   * @param readers who else than those of the document are told there
   */
  private record Place(Span at, List<Marking> readers) {}

  /** One attachment of a document, by its path. */
  void check(Document d, String path) {
    SourceFile file = library.source().files().get(path);
    if (file == null || !path.startsWith(d.folder()) || path.endsWith(".md")) {
      return;
    }
    String name = path.substring(d.folder().length());
    Optional<Attached> entry =
        d.attachments().stream().filter(a -> a.file().equals(name)).findFirst();
    Marking marking = entry.flatMap(Attached::marking).orElse(d.marking());
    List<Place> places =
        entry
            .map(e -> List.of(new Place(e.at(), List.of(marking))))
            .orElseGet(() -> links(d, path));
    for (Place place : places) {
      check(d, file, name, marking, place);
    }
  }

  private void check(Document d, SourceFile file, String name, Marking marking, Place place) {
    if (isTaken(d, name) || !isPlain(name)) {
      findings.add(d, named(place.at(), name), place.readers());
    }
    boolean team =
        marking.classification() != Classification.PUBLIC
            && marking.only().isEmpty()
            && marking.preview().isEmpty();
    if (!Hidden.isAllowed(name, team)) {
      findings.add(d, type(place.at(), name), place.readers());
    } else if (!team) {
      SortedSet<String> found = Hidden.in(file.content());
      if (!found.isEmpty()) {
        findings.add(d, metadata(place.at(), name, file, found), place.readers());
      }
    }
  }

  private static boolean isTaken(Document d, String name) {
    return name.equals("index.html") || name.startsWith(d.id().folded() + ".txt");
  }

  private static boolean isPlain(String name) {
    return List.of(name.split("/", -1)).stream()
        .allMatch(part -> part.matches("[a-z0-9_+-][a-z0-9._+-]*"));
  }

  private static Problem named(Span at, String name) {
    return Problem.of(
        Code.ATTACHMENT_NAME,
        at,
        "an attachment named '" + name + "'",
        "small letters, digits, '.', '_', '+' and '-', and no name that the page has already",
        "rename the file");
  }

  private static Problem type(Span at, String name) {
    return Problem.of(
        Code.ATTACHMENT_TYPE,
        at,
        "the attachment '" + name + "'",
        "one of the types " + String.join(", ", Hidden.allowed()),
        "attach it in another form; archives only where the team alone reads them");
  }

  private static Problem metadata(Span at, String name, SourceFile file, SortedSet<String> found) {
    boolean picture = Hidden.clean(file.content()).isPresent();
    return Problem.of(
            Code.ATTACHMENT_METADATA,
            at,
            "'" + name + "' carries " + String.join(", ", found),
            "nothing but what it shows",
            picture
                ? "cresset check --fix removes it"
                : "export it anew without document properties, or clean it with mat2")
        .withRelated(List.of(Span.file(file.shown())));
  }

  /** Where a text links to it: once for all the document's readers, or else in each passage. */
  private List<Place> links(Document d, String path) {
    List<Place> all = new ArrayList<>();
    Fenced body = d.body();
    for (LinkScanner.Use use : LinkScanner.scan(body.markdown())) {
      if (leads(d, use, path)) {
        int start = body.markdown().lastIndexOf('\n', use.offset()) + 1;
        int line = body.firstLine() + line(body.markdown(), use);
        int column = use.offset() - start + 1;
        Span at = new Span(d.shown(), line, column, use.destination().length());
        all.add(new Place(at, findings.passage(body, d.marking(), line)));
      }
    }
    for (MarkedText value : MarkdownValues.inFront(d.details())) {
      for (LinkScanner.Use use : LinkScanner.scan(value.markdown())) {
        if (leads(d, use, path)) {
          Span at = Places.of(d, value);
          int line = line(value.markdown(), use);
          Fenced text = new Fenced(value.markdown(), 0, Fences.find(value.markdown()));
          all.add(new Place(at, findings.passage(text, d.marking(), line)));
        }
      }
    }
    // Where none is found, who may know of it is not known either.
    return all.stream()
        .filter(place -> place.readers().isEmpty())
        .findFirst()
        .map(List::of)
        .orElse(all.isEmpty() ? List.of(new Place(d.at("title"), List.of(Findings.TEAM))) : all);
  }

  private boolean leads(Document d, LinkScanner.Use use, String path) {
    return resolver.link(d.folder(), use.destination()).equals(new Resolver.ToFile(path));
  }

  private static int line(String text, LinkScanner.Use use) {
    return (int) text.substring(0, use.offset()).chars().filter(c -> c == '\n').count();
  }
}

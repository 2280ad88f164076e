package org.cresset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;
import org.cresset.media.Hidden;
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

  AttachmentRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

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
    List<Span> places = entry.map(e -> List.of(e.at())).orElseGet(() -> links(d, name));
    for (Span at : places) {
      check(d, file, name, marking, at);
    }
  }

  private void check(Document d, SourceFile file, String name, Marking marking, Span at) {
    if (isTaken(d, name) || !isPlain(name)) {
      findings.add(d, named(at, name), List.of(marking));
    }
    boolean team =
        marking.classification() != Classification.PUBLIC
            && marking.only().isEmpty()
            && marking.preview().isEmpty();
    if (!Hidden.isAllowed(name, team)) {
      findings.add(d, type(at, name), List.of(marking));
    } else if (!team) {
      SortedSet<String> found = Hidden.in(file.content());
      if (!found.isEmpty()) {
        findings.add(d, metadata(at, name, file, found), List.of(marking));
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

  /** Where the text names it: once for all its readers, or else in each passage. */
  private static List<Span> links(Document d, String name) {
    List<String> lines = d.body().markdown().lines().toList();
    List<Span> inPassages = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int column = lines.get(i).indexOf(name);
      if (column >= 0) {
        int line = i;
        Span at = new Span(d.shown(), d.body().firstLine() + i, column + 1, name.length());
        if (d.body().fences().stream().noneMatch(f -> f.open() <= line && line <= f.close())) {
          return List.of(at);
        }
        inPassages.add(at);
      }
    }
    return inPassages.isEmpty() ? List.of(d.at("title")) : inPassages;
  }
}

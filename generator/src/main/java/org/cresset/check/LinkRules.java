package org.cresset.check;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Library;
import org.cresset.document.LinkScanner;
import org.cresset.document.Resolver;
import org.cresset.marking.Marking;
import org.cresset.marking.Reach;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
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
  private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[([^\\]]+)\\]:.*");

  private final Findings findings;
  private final Library library;
  private final Markdown markdown;
  private final Resolver resolver;
  private final Instant asOf;

  LinkRules(Findings findings, Library library, Markdown markdown, Instant asOf) {
    this.findings = findings;
    this.library = library;
    this.markdown = markdown;
    this.resolver = new Resolver(library);
    this.asOf = asOf;
  }

  void check(Document d) {
    List<LinkScanner.Use> suspects =
        LinkScanner.scan(d.body().markdown()).stream().filter(u -> isWrong(d, u)).toList();
    if (!suspects.isEmpty()) {
      // Only now the parser is asked: in code nothing is a link.
      for (LinkUse use : markdown.links(d.body().markdown())) {
        if (suspects.stream().anyMatch(s -> s.destination().equals(use.destination()))) {
          int line = d.body().firstLine() + use.line();
          link(d, use.destination(), Span.at(d.shown(), line, use.column() + 1));
        }
      }
    }
    for (MarkedText text : MarkdownValues.of(d.details())) {
      for (LinkScanner.Use use : LinkScanner.scan(text.markdown())) {
        link(d, use.destination(), d.at("solutions"));
      }
    }
    definitions(d);
    references(d);
  }

  private boolean isWrong(Document d, LinkScanner.Use use) {
    int line =
        d.body().firstLine()
            + (int)
                d.body()
                    .markdown()
                    .substring(0, use.offset())
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
    return problem(d, use.destination(), Span.at(d.shown(), line, 1)).isPresent();
  }

  private void link(Document d, String destination, Span at) {
    problem(d, destination, at).ifPresent(p -> findings.add(d, p));
  }

  private Optional<Problem> problem(Document d, String destination, Span at) {
    return switch (resolver.link(d.folder(), destination)) {
      case Resolver.ToDocument(DocumentId id) -> across(d, id, destination, at);
      case Resolver.ToSection s ->
          Reach.covers(
                  marking(d, at),
                  Objects.requireNonNull(library.intros().get(s.folder())).marking(),
                  asOf)
              ? Optional.empty()
              : dangling(destination, at);
      case Resolver.ToFile(String path) ->
          d.ownsFolder() && path.startsWith(d.folder()) && !path.endsWith(".md")
              ? Optional.empty()
              : dangling(destination, at);
      case Resolver.Ambiguous(Set<DocumentId> ids) ->
          Optional.of(
              Problem.of(
                  Code.LINK_AMBIGUOUS,
                  at,
                  "'" + destination + "', which may mean " + ids,
                  "one document",
                  "write doc:" + ids.iterator().next()));
      case Resolver.Nothing n -> dangling(destination, at);
    };
  }

  private static Optional<Problem> dangling(String destination, Span at) {
    return Optional.of(
        Problem.of(
            Code.LINK_DANGLING,
            at,
            "a link to '" + destination + "', where there is nothing",
            "a document, a term, or an attachment beside the document",
            "correct the path, or remove the link"));
  }

  private Optional<Problem> across(Document d, DocumentId id, String destination, Span at) {
    Document target = Objects.requireNonNull(library.documents().get(id));
    Marking page = marking(d, at);
    if (Reach.covers(page, target.marking(), asOf)) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
                Code.LINK_ACROSS_WALL,
                at,
                "a link from a "
                    + page.classification().token()
                    + " text to '"
                    + destination
                    + "', which is "
                    + (target.marking().draft()
                        ? "a draft"
                        : target.marking().classification().token()),
                "a target that every reader of this text may see",
                "put the sentence into a fence, such as ::: private … :::, or link to something else")
            .withRelated(List.of(Span.at(target.shown(), 1, 1))));
  }

  private Marking marking(Document d, Span at) {
    List<Marking> passage = findings.passage(d, at.line());
    return passage.isEmpty() || at.line() < d.body().firstLine() ? d.marking() : passage.getFirst();
  }

  /** A definition inside a fence that is used outside it would vanish for some readers. */
  private void definitions(Document d) {
    if (d.body().fences().isEmpty() || !d.body().markdown().contains("]:")) {
      return;
    }
    String[] lines = d.body().markdown().split("\n", -1);
    for (Fence fence : d.body().fences()) {
      for (int i = fence.open(); i < Math.min(fence.close(), lines.length); i++) {
        Matcher m = DEFINITION.matcher(lines[i]);
        if (m.matches() && isUsedOutside(lines, fence, m.group(1))) {
          findings.add(
              d,
              Problem.of(
                  Code.FENCE_DEFINITION,
                  Span.at(d.shown(), d.body().firstLine() + i, 1),
                  "the definition of [" + m.group(1) + "] inside a fence, used outside",
                  "a definition where all its uses are",
                  "move it out of the fence, or define it twice under different names"));
        }
      }
    }
  }

  private static boolean isUsedOutside(String[] lines, Fence fence, String label) {
    String use = "[" + label.toLowerCase(Locale.ROOT) + "]";
    for (int i = 0; i < lines.length; i++) {
      boolean outside = i < fence.open() || i > fence.close();
      if (outside && lines[i].toLowerCase(Locale.ROOT).contains(use)) {
        return true;
      }
    }
    return false;
  }

  private void references(Document d) {
    switch (d.details()) {
      case Details.Advisory a -> names(d, "supersedes", a.supersedes(), Kind.ADVISORY);
      case Details.Report r -> {
        names(d, "advisories", r.advisories(), Kind.ADVISORY);
        names(d, "related", r.related(), Kind.REPORT);
        names(d, "part_of", r.partOf().stream().toList(), Kind.REPORT);
      }
      case Details.Notice n -> names(d, "of", n.of().stream().toList(), Kind.REPORT);
      case Details.Policy p -> {
        names(d, "implements", p.implementsPolicies(), Kind.POLICY);
        names(d, "supersedes", p.supersedes(), Kind.POLICY);
      }
      case Details.Term t -> names(d, "see", t.see(), Kind.TERM);
      case Details.Page p -> {}
    }
  }

  /**
   * A reference that some readers may not follow is left out for them; one that leads nowhere is
   * wrong.
   */
  private void names(Document d, String key, List<String> names, Kind kind) {
    for (String name : names) {
      if (resolver.named(name, Set.of(kind)) instanceof Resolver.Nothing) {
        findings.wrong(
            d,
            Code.REFERENCE_DANGLING,
            d.at(key),
            key + " names '" + name + "', which does not exist",
            "an id under " + kind.folder() + "/",
            "correct or remove it");
      }
    }
  }
}

package org.cresset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cresset.check.Finding;
import org.cresset.document.Document;
import org.cresset.document.Places;
import org.cresset.edition.Article;
import org.cresset.gate.Admission;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Problem;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.text.Markdown;
import org.cresset.text.TextProblem;

/**
 * Whether the cut texts of an edition can be rendered. Texts known to be clean, by their hash, are
 * not parsed again; the file that remembers them can be removed at any time.
 */
final class TextCheck {
  private final Markdown markdown;
  private final CleanTexts clean;

  TextCheck(Markdown markdown, CleanTexts clean) {
    this.markdown = markdown;
    this.clean = clean;
  }

  /** What is wrong with the texts that this edition shows, at their places in the sources. */
  List<Finding> findings(Admission admission, SourceTree source) {
    Queue<Finding> found = new ConcurrentLinkedQueue<>();
    Evenly.each(
        admission.edition().articles().values(), a -> found.addAll(problems(a, admission, source)));
    return found.stream().sorted().toList();
  }

  private List<Finding> problems(Article article, Admission admission, SourceTree source) {
    Document document = Objects.requireNonNull(admission.documents().get(article.id()));
    List<Finding> findings = new ArrayList<>();
    int[] lines = admission.lines().getOrDefault(article.id(), new int[0]);
    for (TextProblem p : problems(article.body())) {
      int line = p.line() < lines.length ? lines[p.line()] : p.line();
      Problem problem =
          new TextProblem(p.code(), line, p.column(), p.length(), p.found(), p.expected(), p.help())
              .in(document.shown(), document.body().firstLine());
      findings.add(finding(document, problem, source));
    }
    for (MarkedText text : MarkdownValues.of(article.details())) {
      for (TextProblem p : problems(text)) {
        Problem problem =
            Problem.of(p.code(), Places.of(document, text), p.found(), p.expected(), p.help());
        findings.add(finding(document, problem, source));
      }
    }
    return findings;
  }

  private static Finding finding(Document document, Problem problem, SourceTree source) {
    SourceFile file = Objects.requireNonNull(source.files().get(document.path()));
    String content = new String(file.content(), StandardCharsets.UTF_8);
    String line = content.lines().skip(problem.at().line() - 1L).findFirst().orElse("");
    return new Finding(
        problem.withSource(line), Optional.of(document.id()), List.of(document.marking()));
  }

  private List<TextProblem> problems(MarkedText text) {
    if (text.isEmpty() || clean.contains(text.markdown())) {
      return List.of();
    }
    List<TextProblem> problems = markdown.render(text).problems();
    if (problems.isEmpty()) {
      clean.add(text.markdown());
    }
    return problems;
  }
}

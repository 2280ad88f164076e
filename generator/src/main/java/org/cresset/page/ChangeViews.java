package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cresset.edition.Article;
import org.cresset.edition.VersionText;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Solution;
import org.cresset.page.changes.Block;
import org.cresset.page.changes.Passage;
import org.cresset.page.changes.Piece;
import org.cresset.page.changes.TextChanges;
import org.cresset.page.changes.WordChanges;
import org.cresset.page.view.DocView;
import org.cresset.text.Heading;
import org.cresset.text.Markdown;
import org.cresset.text.PlainText;
import org.cresset.text.Rendered;

/** What changed from one version of a document to another, as its page shows it. */
public final class ChangeViews {
  private final Markdown markdown;

  public ChangeViews(Markdown markdown) {
    this.markdown = markdown;
  }

  /** The newest first; none for a document of which this edition has shown one version alone. */
  List<DocView.Changed> of(Article a) {
    List<DocView.Changed> changed = new ArrayList<>();
    if (a.shown().earlier().isEmpty()) {
      return changed;
    }
    VersionText after = VersionText.of(a);
    for (VersionText before : a.shown().earlier().reversed()) {
      changed.add(between(before, after));
      after = before;
    }
    return List.copyOf(changed);
  }

  /** From any version to any other. */
  public DocView.Changed between(VersionText before, VersionText after) {
    List<DocView.Fact> facts = FactChanges.between(before, after);
    Optional<List<Passage>> solutions = TextChanges.between(solutions(before), solutions(after));
    Optional<List<Passage>> body = TextChanges.between(body(before), body(after));
    boolean whole = solutions.isEmpty() || body.isEmpty();
    List<Passage> passages = new ArrayList<>();
    line(passages, "Title", before.title(), after.title());
    line(passages, "What to do", action(before), action(after));
    solutions.ifPresent(passages::addAll);
    body.ifPresent(passages::addAll);
    return new DocView.Changed(
        before.number(),
        after.number(),
        summary(facts.size(), passages.size(), whole),
        facts,
        passages.stream().map(ChangeViews::view).toList(),
        whole);
  }

  private static void line(List<Passage> passages, String name, String before, String after) {
    if (!before.equals(after)) {
      passages.add(new Passage(name, WordChanges.between(before, after)));
    }
  }

  private static String action(VersionText version) {
    return version.details() instanceof Details.Advisory a ? a.action() : "";
  }

  private List<Block> solutions(VersionText version) {
    List<Block> blocks = new ArrayList<>();
    if (version.details() instanceof Details.Advisory a) {
      for (Solution s : a.solutions()) {
        blocks.addAll(blocks(s.details(), "Solutions"));
        blocks.addAll(blocks(s.impact(), "Solutions, impact"));
      }
    }
    return blocks;
  }

  private List<Block> body(VersionText version) {
    return blocks(version.body(), "");
  }

  /** The paragraphs of a text in plain words, each with the heading it stands under. */
  private List<Block> blocks(MarkedText text, String section) {
    Rendered rendered = markdown.render(text);
    Set<String> headings =
        rendered.headings().stream().map(Heading::text).collect(Collectors.toSet());
    List<Block> blocks = new ArrayList<>();
    String under = section;
    for (String line : PlainText.of(rendered.html()).lines().map(String::strip).toList()) {
      if (headings.contains(line)) {
        under = line;
      } else if (!line.isEmpty()) {
        blocks.add(new Block(under, line));
      }
    }
    return blocks;
  }

  private static String summary(int facts, int passages, boolean whole) {
    List<String> parts = new ArrayList<>();
    if (facts > 0) {
      parts.add(Words.count(facts, "fact"));
    }
    if (whole) {
      parts.add("most of the text");
    } else if (passages > 0) {
      parts.add(Words.count(passages, "passage"));
    }
    return parts.isEmpty()
        ? "neither the text nor the values compared here"
        : String.join(", ", parts);
  }

  private static DocView.Passage view(Passage passage) {
    return new DocView.Passage(
        passage.section(), passage.pieces().stream().map(ChangeViews::view).toList());
  }

  private static DocView.Piece view(Piece piece) {
    return new DocView.Piece(piece.fate().name().toLowerCase(Locale.ROOT), piece.text());
  }
}

package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.VersionText;
import org.cresset.model.Details;
import org.cresset.model.Solution;
import org.cresset.page.changes.Block;
import org.cresset.page.changes.Passage;
import org.cresset.page.changes.Piece;
import org.cresset.page.changes.TextChanges;
import org.cresset.page.changes.WordChanges;
import org.cresset.page.view.DocView;

/** What changed from each version of a document to the next, as its page shows it. */
final class ChangeViews {
  private final Prose prose;

  ChangeViews(Prose prose) {
    this.prose = prose;
  }

  /** The newest first; none for a document of which this edition has shown one version alone. */
  List<DocView.Changed> of(Article a) {
    List<DocView.Changed> changed = new ArrayList<>();
    if (a.shown().earlier().isEmpty()) {
      return changed;
    }
    VersionText after = new VersionText(a.versions().number(), a.title(), a.details(), a.body());
    for (VersionText before : a.shown().earlier().reversed()) {
      changed.add(changed(before, after));
      after = before;
    }
    return List.copyOf(changed);
  }

  private DocView.Changed changed(VersionText before, VersionText after) {
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
        blocks.addAll(prose.blocks(s.details(), "Solutions"));
        blocks.addAll(prose.blocks(s.impact(), "Solutions, impact"));
      }
    }
    return blocks;
  }

  private List<Block> body(VersionText version) {
    return prose.blocks(version.body(), "");
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

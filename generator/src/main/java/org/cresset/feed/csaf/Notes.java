package org.cresset.feed.csaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cresset.edition.Article;
import org.cresset.feed.NoteText;
import org.cresset.json.Members;
import org.cresset.model.Details;
import org.cresset.model.Solution;
import org.cresset.text.Section;

/** What an advisory says in words (section 3.2.1.6). */
final class Notes {
  private final NoteText plain;

  Notes(NoteText plain) {
    this.plain = plain;
  }

  static Members note(String category, String title, String text) {
    return new Members().with("category", category).with("title", title).with("text", text);
  }

  /**
   * The notes of the document.
   *
   * @param withSolutions whether solutions have no other place, for want of products
   */
  List<Members> of(Article article, Details.Advisory advisory, boolean withSolutions) {
    List<Members> notes = new ArrayList<>();
    notes.add(note("summary", "What to do", advisory.action()));
    for (Section section : plain.sections(article)) {
      String title = section.title().isEmpty() ? "Description" : section.title();
      notes.add(note(category(title), title, NoteText.of(section.html())));
    }
    advisory.severityReason().ifPresent(r -> notes.add(note("general", "Severity", r)));
    advisory
        .nextUpdate()
        .ifPresent(t ->
            notes.add(note("general", "Next update", "The next update follows by " + t + ".")));
    if (withSolutions) {
      for (Solution solution : advisory.solutions()) {
        String title = "Solution: " + solution.category().replace('_', ' ');
        notes.add(note("details", title, solution(article, solution)));
      }
    }
    return notes.stream().filter(n -> n.containsKey("text")).toList();
  }

  /** What to do, what it costs, and who has tried it. */
  String solution(Article article, Solution solution) {
    List<String> parts = new ArrayList<>();
    parts.add(plain.of(article, solution.details()));
    String impact = plain.of(article, solution.impact());
    parts.add(impact.isEmpty() ? "" : "Impact: " + impact);
    parts.add(
        solution
            .tested()
            .map(by ->
                switch (by) {
                  case "us" -> "Tested by us.";
                  case "vendor" -> "Tested by the vendor.";
                  default -> "Not tested.";
                })
            .orElse(""));
    String text = String.join("\n\n", parts.stream().filter(p -> !p.isEmpty()).toList());
    return text.isEmpty() ? solution.category().replace('_', ' ') : text;
  }

  private static String category(String title) {
    return switch (title.toLowerCase(Locale.ROOT)) {
      case "description" -> "description";
      case "faq", "questions and answers" -> "faq";
      default -> "details";
    };
  }
}

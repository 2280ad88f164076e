package org.cresset.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Notes (CSAF 2.0, section 3.1.5) as sections of Markdown. */
final class CsafNotes {
  private static final List<String> ORDER =
      List.of("summary", "description", "details", "general", "faq", "other", "legal_disclaimer");

  private record Note(String category, String title, String text) {}

  private CsafNotes() {}

  static void into(StringBuilder out, Taking from, int level) {
    List<Note> notes = new ArrayList<>();
    for (Taking note : from.objects("notes")) {
      String category = note.look("category").orElse("other");
      String title = note.text("title").orElse(category.replace('_', ' '));
      note.drop("category", "the heading says what it is");

      note.text("text").ifPresent(t -> notes.add(new Note(category, title, t)));
    }
    notes.sort(Comparator.comparingInt(n -> ORDER.indexOf(n.category())));
    for (Note note : notes) {
      out.append("#".repeat(level))
          .append(' ')
          .append(CsafFlaws.heading(Prose.title(note.title(), 120)))
          .append("\n\n")
          .append(Prose.paragraphs(note.text()))
          .append("\n\n");
    }
  }
}

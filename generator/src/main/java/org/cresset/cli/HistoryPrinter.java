package org.cresset.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cresset.DocumentHistory.Answer;
import org.cresset.edition.Article;
import org.cresset.edition.Commit;
import org.cresset.edition.VersionText;
import org.cresset.model.Revision;
import org.cresset.page.view.DocView.Changed;
import org.cresset.page.view.DocView.Fact;
import org.cresset.page.view.DocView.Passage;
import org.cresset.page.view.DocView.Piece;
import org.cresset.problem.Visible;

/**
 * The versions of a document for people and programs. Words that changed stand in the marks of
 * {@code git diff --word-diff}, so that nobody needs colours to read them.
 */
final class HistoryPrinter {
  private static final int SHORT = 12;
  private static final String BOLD = "1";
  private static final String RED = "31";
  private static final String GREEN = "32";

  private final boolean colour;

  HistoryPrinter(boolean colour) {
    this.colour = colour;
  }

  String text(Answer answer) {
    Article a = answer.article();
    List<String> lines = new ArrayList<>();
    lines.add(head(answer) + ": " + Visible.line(a.title()));
    for (Revision r : a.versions().history().reversed()) {
      lines.add(
          "  version "
              + Visible.line(r.number() + "  " + r.date() + "  " + r.summary())
              + (hasText(answer, r.number()) ? "" : " (its text was not shown)"));
    }
    if (a.versions().history().isEmpty()) {
      lines.add("  no versions; last changed " + a.versions().current());
    }
    for (Commit c : answer.commits()) {
      String version = c.version().isEmpty() ? "" : "version " + c.version() + "  ";
      lines.add(
          "  commit "
              + Visible.line(
                  id(c) + "  " + c.authored() + "  " + c.author() + "  " + version + c.subject()));
    }
    return String.join("\n", lines) + "\n";
  }

  String text(Answer answer, Changed changed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        head(answer)
            + ", from version "
            + Visible.line(changed.from() + " to " + changed.to() + ": " + changed.summary()));
    for (Fact fact : changed.facts()) {
      lines.add(paint(BOLD, Visible.line(fact.name())));
      List<String> values = new ArrayList<>();
      if (!fact.before().isEmpty()) {
        values.add(piece(new Piece("removed", fact.before())));
      }
      if (!fact.after().isEmpty()) {
        values.add(piece(new Piece("added", fact.after())));
      }
      lines.add("  " + String.join(" ", values));
    }
    String under = "";
    for (Passage passage : changed.passages()) {
      if (!passage.section().equals(under)) {
        lines.add(paint(BOLD, Visible.line(passage.section())));
        under = passage.section();
      }
      lines.add("  " + String.join(" ", passage.pieces().stream().map(this::piece).toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  private String piece(Piece piece) {
    String text = Visible.line(piece.text());
    return switch (piece.fate()) {
      case "added" -> paint(GREEN, "{+" + text + "+}");
      case "removed" -> paint(RED, "[-" + text + "-]");
      case "gone" -> paint(RED, "[-" + text + " removed-]");
      default -> text;
    };
  }

  Map<String, Object> json(Answer answer) {
    Article a = answer.article();
    Map<String, Object> json = named(answer);
    json.put("title", a.title());
    json.put("path", a.path());
    json.put("version", a.versions().number());
    json.put("initial", time(a.versions().initial()));
    json.put("current", time(a.versions().current()));
    json.put(
        "versions",
        a.versions().history().reversed().stream().map(r -> revision(answer, r)).toList());
    json.put("commits", answer.commits().stream().map(HistoryPrinter::json).toList());
    return json;
  }

  Map<String, Object> json(Answer answer, Changed changed) {
    Map<String, Object> json = named(answer);
    json.put("from", changed.from());
    json.put("to", changed.to());
    json.put("whole", changed.whole());
    json.put("facts", changed.facts().stream().map(HistoryPrinter::json).toList());
    json.put("passages", changed.passages().stream().map(HistoryPrinter::json).toList());
    return json;
  }

  private static Map<String, Object> named(Answer answer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("edition", answer.edition());
    json.put("id", answer.article().id().id());
    json.put("kind", answer.article().id().kind().word());
    return json;
  }

  private static Map<String, Object> revision(Answer answer, Revision r) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", r.number());
    json.put("date", time(r.date()));
    json.put("summary", r.summary());
    json.put("text", hasText(answer, r.number()));
    return json;
  }

  private static Map<String, Object> json(Commit c) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("commit", c.id());
    json.put("date", time(c.authored()));
    json.put("author", c.author());
    json.put("subject", c.subject());
    json.put("version", c.version());
    return json;
  }

  private static Map<String, Object> json(Fact fact) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", fact.name());
    json.put("before", fact.before());
    json.put("after", fact.after());
    return json;
  }

  private static Map<String, Object> json(Passage passage) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("section", passage.section());
    json.put("pieces", passage.pieces().stream().map(HistoryPrinter::json).toList());
    return json;
  }

  private static Map<String, Object> json(Piece piece) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fate", piece.fate());
    json.put("text", piece.text());
    return json;
  }

  private static boolean hasText(Answer answer, String number) {
    return answer.texts().stream().map(VersionText::number).anyMatch(number::equals);
  }

  private static String id(Commit c) {
    return c.id().substring(0, Math.min(SHORT, c.id().length()));
  }

  private static String time(Instant time) {
    return time.toString();
  }

  private String head(Answer answer) {
    return paint(BOLD, Visible.line(answer.article().id().toString()))
        + " in the edition "
        + answer.edition();
  }

  private String paint(String style, String text) {
    return colour ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
  }
}

package org.cresset.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text, under a heading of the second level.
 *
 * @param title the heading's words; empty for what stands before the first heading
 */
public record Section(String title, SafeHtml html) {
  /** The sections of a text in order; those that hold nothing are left out. */
  public static List<Section> of(SafeHtml text) {
    List<Section> sections = new ArrayList<>();
    String html = text.toString();
    Html in = new Html(html);
    Html.Piece piece = new Html.Piece();
    String title = "";
    int depth = 0;
    int start = 0;
    int heading = -1;
    while (in.next(piece)) {
      if (!piece.tag) {
        continue;
      }
      String name = piece.name();
      boolean closes = piece.closes();
      if (!closes && name.equals("h2") && depth == 0) {
        add(sections, title, html.substring(start, piece.start));
        heading = piece.end;
      } else if (closes && name.equals("h2") && heading >= 0) {
        title = PlainText.line(html.substring(heading, piece.start)).strip();
        start = piece.end;
        heading = -1;
      }
      depth += closes ? -1 : isVoid(name) ? 0 : 1;
    }
    add(sections, title, html.substring(start));
    return List.copyOf(sections);
  }

  private static boolean isVoid(String name) {
    return name.equals("br") || name.equals("hr") || name.equals("img") || name.equals("input");
  }

  private static void add(List<Section> sections, String title, String html) {
    if (!html.isBlank()) {
      sections.add(new Section(title, new SafeHtml(html.strip())));
    }
  }
}

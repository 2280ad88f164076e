package org.cresset.feed;

import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.MarkedText;
import org.cresset.text.Markdown;
import org.cresset.text.SafeHtml;
import org.cresset.text.Section;
import org.cresset.text.WrappedText;

/** Markdown as the plain text of notes: lines are not filled, addresses follow at the end. */
public final class NoteText {
  private static final int ENDLESS = 1_000_000;

  private final AbsoluteLinks links;

  public NoteText(Site site, Markdown markdown) {
    this.links = new AbsoluteLinks(site, markdown);
  }

  public String of(Article article, MarkedText text) {
    return of(links.html(article, text));
  }

  /** The sections of the body. */
  public List<Section> sections(Article article) {
    return Section.of(links.html(article, article.body()));
  }

  public static String of(SafeHtml html) {
    WrappedText text = new WrappedText(ENDLESS);
    StringBuilder out = new StringBuilder(text.of(html, "").strip());
    List<String> notes = text.notes();
    for (int i = 0; i < notes.size(); i++) {
      out.append(i == 0 ? "\n\n[" : "\n[").append(i + 1).append("] ").append(notes.get(i));
    }
    return out.toString();
  }
}

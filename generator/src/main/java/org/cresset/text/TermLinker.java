package org.cresset.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Links terms at their first use in a section. */
final class TermLinker {
  private final String html;
  private final char[] chars;
  private final StringBuilder out;
  private final Glossary glossary;
  private final Place place;
  private final int[] lastSection;
  private final List<Glossary.Entry> used = new ArrayList<>();
  private final boolean[] isUsed;
  private int section = 1;

  /** How far the present piece of text has been written. */
  private int done;

  TermLinker(String html, StringBuilder out, Glossary glossary, Place place) {
    this.html = html;
    this.chars = glossary.entries().isEmpty() ? new char[0] : html.toCharArray();
    this.out = out;
    this.glossary = glossary;
    this.place = place;
    int size = glossary.entries().size();
    this.lastSection = new int[size];
    this.isUsed = new boolean[size];
    place
        .self()
        .flatMap(id -> glossary.index(id.toLowerCase(Locale.ROOT)))
        .ifPresent(self -> lastSection[self] = Integer.MAX_VALUE);
  }

  List<Glossary.Entry> used() {
    return used;
  }

  void newSection() {
    section++;
  }

  /** Text between two tags. */
  void text(int from, int to) {
    if (lastSection.length == 0) {
      out.append(html, from, to);
      return;
    }
    done = from;
    int i = from;
    while (i < to) {
      char c = chars[i];
      if (c == '&') {
        i = html.indexOf(';', i) + 1;
        continue;
      }
      if (!Words.isWord(c)) {
        i++;
        continue;
      }
      int hash = 17;
      int end = i;
      for (; end < to && Words.isWord(c = chars[end]); end++) {
        hash = hash * 31 + (c < 0x80 ? c | 0x20 : Character.toLowerCase(c));
      }
      Glossary.Form[] candidates = glossary.candidates(hash);
      i = candidates.length == 0 ? end : Math.max(end, match(candidates, i, from, to));
    }
    out.append(html, done, to);
  }

  /**
   * Gives the end of the term that stands here, or -1; writes a link if it has none yet in this
   * section.
   */
  private int match(Glossary.Form[] candidates, int at, int from, int to) {
    if (!Words.startsFree(html, at, from)) {
      return -1;
    }
    for (Glossary.Form form : candidates) {
      int end = form.matchEnd(html, at);
      if (end > 0 && end <= to && Words.endsFree(html, end, to)) {
        if (lastSection[form.entry()] < section) {
          link(form.entry(), at, end);
        }
        return end;
      }
    }
    return -1;
  }

  private void link(int index, int at, int end) {
    Glossary.Entry entry = note(index);
    out.append(html, done, at).append("<a ").append(attributes(entry)).append("href=\"");
    Escape.html(out, place.root() + entry.path());
    out.append("\">").append(html, at, end).append("</a>");
    done = end;
  }

  /** What a link that the author made himself to a term gets before its address. */
  String explicit(String destination) {
    if (!destination.startsWith("term:")) {
      return "";
    }
    String id = destination.substring("term:".length()).toLowerCase(Locale.ROOT);
    return glossary.index(id).map(i -> attributes(note(i))).orElse("");
  }

  private Glossary.Entry note(int index) {
    Glossary.Entry entry = glossary.entries().get(index);
    lastSection[index] = Math.max(lastSection[index], section);
    if (!isUsed[index]) {
      isUsed[index] = true;
      used.add(entry);
    }
    return entry;
  }

  private static String attributes(Glossary.Entry entry) {
    return "class=\"term\" aria-describedby=\"" + Escape.html(entry.noteId()) + "\" ";
  }
}

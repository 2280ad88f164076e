package org.cresset.text;

import java.util.Optional;

/** One run of the weaver over one text. */
final class Weaving {
  private final Rendered text;
  private final String html;
  private final Place place;
  private final StringBuilder out;
  private final TermLinker terms;

  /** How many elements are open in which no term is linked. */
  private int quiet;

  private boolean linkDropped;
  private boolean inLink;

  Weaving(Rendered text, Glossary glossary, Place place) {
    this.text = text;
    this.html = text.html().toString();
    this.place = place;
    this.out = new StringBuilder(html.length() + html.length() / 4);
    this.terms = new TermLinker(html, out, glossary, place);
  }

  Woven run() {
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int textEnd = tag < 0 ? html.length() : tag;
      if (textEnd > at) {
        if (quiet == 0) {
          terms.text(at, textEnd);
        } else {
          out.append(html, at, textEnd);
        }
      }
      if (tag < 0) {
        break;
      }
      at = html.indexOf('>', tag) + 1;
      tag(tag, at);
    }
    return new Woven(new SafeHtml(out.toString()), terms.used());
  }

  private void tag(int start, int end) {
    char c = html.charAt(start + 1);
    char d = html.charAt(start + 2);
    if (c == '/') {
      closing(start, end, d, html.charAt(start + 3));
    } else if (c == 'a' && d == ' ') {
      openLink(start, end);
    } else if (c == 'i') {
      image(start, end);
    } else if (c == 'h' && d >= '1' && d <= '6') {
      quiet++;
      terms.newSection();
      withId(start, end);
    } else if ((c == 'l' || c == 's') && !place.idPrefix().isEmpty()) {
      withId(start, end);
    } else {
      quiet += isQuiet(c, d) ? 1 : 0;
      out.append(html, start, end);
    }
  }

  private void closing(int start, int end, char c, char d) {
    if (c == 'a' && d == '>') {
      quiet -= inLink ? 1 : 0;
      if (!linkDropped) {
        out.append("</a>");
      }
      inLink = false;
      linkDropped = false;
      return;
    }
    boolean heading = c == 'h' && d >= '1' && d <= '6';
    quiet -= heading || isQuiet(c, d) ? 1 : 0;
    out.append(html, start, end);
  }

  /** code, pre and b. */
  private static boolean isQuiet(char c, char d) {
    return (c == 'c' && d == 'o') || (c == 'p' && d == 'r') || (c == 'b' && d == '>');
  }

  private void withId(int start, int end) {
    int id = place.idPrefix().isEmpty() ? -1 : html.indexOf(" id=\"", start, end);
    if (id < 0) {
      out.append(html, start, end);
    } else {
      out.append(html, start, id + 5).append(place.idPrefix()).append(html, id + 5, end);
    }
  }

  private void openLink(int start, int end) {
    Optional<LinkUse> use = use(start, end);
    if (use.isEmpty()) {
      inLink = true;
      quiet++;
      ownAnchor(start, end);
      return;
    }
    String destination = use.get().destination();
    int title = html.indexOf(" title=\"", start, end);
    String rest = title >= 0 ? html.substring(title, end) : ">";
    Optional<String> address = address(destination);
    if (address.isEmpty()) {
      linkDropped = true;
      place.unresolved().accept(destination);
      return;
    }
    inLink = true;
    quiet++;
    out.append("<a ").append(terms.explicit(destination)).append("href=\"");
    Escape.html(out, address.get());
    out.append('"').append(rest);
  }

  /** A link of a footnote or a bare address. */
  private void ownAnchor(int start, int end) {
    if (place.idPrefix().isEmpty()) {
      out.append(html, start, end);
      return;
    }
    String tag = html.substring(start, end);
    out.append(
        tag.replace(" id=\"", " id=\"" + place.idPrefix())
            .replace(" href=\"#", " href=\"#" + place.idPrefix()));
  }

  private Optional<LinkUse> use(int start, int end) {
    String mark = "data-dest=\"";
    int from = html.indexOf(mark, start, end);
    if (from < 0) {
      return Optional.empty();
    }
    int value = from + mark.length();
    int number = Integer.parseInt(html, value, html.indexOf('"', value), 10);
    return number < text.links().size() ? Optional.of(text.links().get(number)) : Optional.empty();
  }

  private Optional<String> address(String destination) {
    if (Destinations.judge(destination) == Destinations.Verdict.ABSOLUTE) {
      return Optional.of(destination);
    }
    if (destination.startsWith("#")) {
      String id = destination.substring(1);
      if (text.headings().stream().anyMatch(h -> h.id().equals(id))) {
        return Optional.of("#" + place.idPrefix() + id);
      }
    }
    return place.links().apply(destination);
  }

  private void image(int start, int end) {
    Optional<LinkUse> use = use(start, end);
    Html.Piece piece = Html.Piece.of(html, start, end);
    String alt = piece.attribute("alt");
    String destination = use.map(LinkUse::destination).orElse("");
    if (Destinations.judge(destination) == Destinations.Verdict.ABSOLUTE) {
      elsewhere(destination, alt);
      return;
    }
    Optional<String> address = place.links().apply(destination);
    if (address.isEmpty()) {
      place.unresolved().accept(destination);
      Escape.html(out, alt);
      return;
    }
    out.append("<img src=\"");
    Escape.html(out, address.get());
    out.append('"').append(html, html.indexOf(" alt=\"", start), end);
  }

  /** Pages load nothing from other sites: a picture there becomes a link. */
  private void elsewhere(String destination, String alt) {
    String words = Escape.html(alt.isEmpty() ? destination : alt);
    if (inLink) {
      out.append(words);
    } else {
      out.append("<a href=\"").append(Escape.html(destination)).append("\">").append(words);
      out.append("</a>");
    }
  }
}

package org.cresset.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Exact;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.MarkedText;
import org.cresset.text.Glossary;

/**
 * The glossary of an edition and the pop-up of each term.
 *
 * @param digest of all that a page shows of it
 */
record Terms(Glossary glossary, Map<String, PopUp> popUps, String digest) {
  /** The term's article and the first paragraph of its definition. */
  record PopUp(Article article, MarkedText text) {
    /** All that it shows. */
    private List<Object> inputs() {
      return List.of(
          article.id(), article.path(), article.label(), article.links(), article.assets(), text);
    }
  }

  static Terms of(Edition edition) {
    SortedMap<String, PopUp> popUps = new TreeMap<>();
    List<Article> articles = edition.of(Kind.TERM);
    for (Article article : articles) {
      popUps.put(article.id().folded(), new PopUp(article, firstParagraph(article.body())));
    }
    Glossary glossary = Glossary.of(articles.stream().map(Terms::entry).toList());
    return new Terms(glossary, Map.copyOf(popUps), inputs(glossary, popUps));
  }

  private static String inputs(Glossary glossary, SortedMap<String, PopUp> popUps) {
    return Digests.of(
        Exact.of(glossary.entries()), popUps.values().stream().map(PopUp::inputs).toList());
  }

  private static Glossary.Entry entry(Article article) {
    Details.Term term =
        article.details() instanceof Details.Term t
            ? t
            : new Details.Term(Optional.empty(), List.of(), List.of());
    return new Glossary.Entry(
        article.id().id().toLowerCase(Locale.ROOT),
        article.path(),
        article.title(),
        term.abbreviation(),
        term.also());
  }

  /** The first paragraph, with nothing of what follows it. */
  static MarkedText firstParagraph(MarkedText body) {
    String[] lines = body.markdown().split("\n", -1);
    int start = 0;
    while (start < lines.length && (lines[start].isBlank() || lines[start].startsWith("#"))) {
      start++;
    }
    int end = start;
    while (end < lines.length && !lines[end].isBlank()) {
      end++;
    }
    int last = end - 1;
    return new MarkedText(
        "\n".repeat(start) + String.join("\n", List.of(lines).subList(start, end)),
        body.marks().stream().filter(m -> m.firstLine() <= last).toList());
  }
}

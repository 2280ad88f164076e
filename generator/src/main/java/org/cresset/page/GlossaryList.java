package org.cresset.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.page.view.GlossaryView;
import org.cresset.page.view.GlossaryView.Entry;
import org.cresset.page.view.GlossaryView.Letter;
import org.cresset.text.SafeHtml;

/** The glossary from A to Z, each abbreviation in its own place. */
final class GlossaryList {
  private static final String FOLDER = "glossary";
  private static final String PATH = FOLDER + "/index.html";
  private static final Comparator<Entry> ORDER =
      Comparator.comparing((Entry e) -> e.term().toLowerCase(Locale.ROOT))
          .thenComparing(Entry::href);

  private final Frame frame;
  private final List<Article> all;

  GlossaryList(Frame frame) {
    this.frame = frame;
    this.all = frame.edition().of(Kind.TERM);
  }

  List<Job> jobs() {
    if (all.isEmpty()) {
      return List.of();
    }
    String title = frame.introTitle(FOLDER, "Glossary");
    Label label = frame.label(all).with(frame.introLabel(FOLDER));
    return List.of(
        frame.job(
            PATH,
            "glossary.ftlh",
            new Frame.Head(FOLDER, title, "", "", label),
            List.of(frame.intro(FOLDER)),
            prose -> view(title, prose)));
  }

  private GlossaryView view(String title, Prose prose) {
    SortedMap<String, List<Entry>> letters = new TreeMap<>();
    for (Article term : all) {
      for (Entry entry : entries(term, prose)) {
        letters.computeIfAbsent(letter(entry.term()), l -> new ArrayList<>()).add(entry);
      }
    }
    List<Letter> view = new ArrayList<>();
    letters.forEach((letter, entries) -> {
      entries.sort(ORDER);
      String anchor = letter.equals("#") ? "s_0" : "s_" + letter.toLowerCase(Locale.ROOT);
      view.add(new Letter(anchor, letter, List.copyOf(entries)));
    });
    return new GlossaryView(title, frame.introText(FOLDER, prose), all.size(), List.copyOf(view));
  }

  private static List<Entry> entries(Article term, Prose prose) {
    String href = Paths.relative(PATH, term.path());
    String abbreviation =
        term.details() instanceof Details.Term t ? Words.orEmpty(t.abbreviation()) : "";
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(term.title(), abbreviation, href, "", prose.popUp(term.id().folded())));
    if (!abbreviation.isEmpty()) {
      entries.add(new Entry(abbreviation, "", href, term.title(), SafeHtml.EMPTY));
    }
    return entries;
  }

  /** The first letter without its accents; {@code #} for digits and other scripts' signs. */
  private static String letter(String term) {
    String plain = Normalizer.normalize(term, Normalizer.Form.NFD).toUpperCase(Locale.ROOT);
    return plain.isEmpty() || plain.charAt(0) < 'A' || plain.charAt(0) > 'Z'
        ? "#"
        : plain.substring(0, 1);
  }
}

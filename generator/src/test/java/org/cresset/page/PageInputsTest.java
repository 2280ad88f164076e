package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.Test;

/** No page keeps its inputs while what it shows changes, and most keep them. */
class PageInputsTest {
  private static MemorySite render(Edition edition) {
    MemorySite site = new MemorySite();
    new PageRenderer(List.of(), new Markdown()).render(edition, site, new Problems());
    return site;
  }

  private static MemorySite render(Edition e, UnaryOperator<List<Article>> change) {
    SortedMap<DocumentId, Article> articles = new TreeMap<>();
    change.apply(List.copyOf(e.articles().values())).forEach(a -> articles.put(a.id(), a));
    return render(
        new Edition(
            e.audience(), e.site(), e.asOf(), articles, e.intros(), e.affected(), e.team()));
  }

  private static List<String> madeAnew(MemorySite before, MemorySite after) {
    List<String> anew = new ArrayList<>();
    after.inputs.forEach((path, inputs) -> {
      boolean same = inputs.equals(before.inputs.get(path));
      assertThat(same && !after.text(path).equals(before.text(path))).as(path).isFalse();
      if (!same) {
        anew.add(path);
      }
    });
    return anew;
  }

  @Test
  void whateverIsLeftOutIsMissed() {
    for (Edition edition : List.of(SampleEditions.forAnyone(), SampleEditions.staff())) {
      MemorySite before = render(edition);
      for (Article gone : edition.articles().values()) {
        MemorySite after =
            render(edition, all -> all.stream().filter(a -> !a.equals(gone)).toList());
        assertThat(before.files).containsKey(gone.path());
        assertThat(after.files).doesNotContainKey(gone.path());
        assertThat(madeAnew(before, after)).isNotEmpty();
      }
    }
  }

  private static Article notice(int number, int type) {
    String id = String.valueOf(1000 + number);
    Details.Notice details =
        new Details.Notice("type " + type, Optional.empty(), Optional.empty(), Optional.empty());
    return Samples.article(Kind.NOTICE, id, "Notice " + number, details, "Text.").build();
  }

  @Test
  void aListKnowsWhatItsFiltersCount() {
    List<Article> notices = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      notices.add(notice(i, i));
    }
    Edition edition = Samples.publicEdition(true, notices.toArray(Article[]::new));
    MemorySite before = render(edition);
    notices.set(0, notice(0, 1));
    MemorySite fewer = render(edition, all -> notices);
    assertThat(madeAnew(before, fewer))
        .contains("notices/type/index.html", "notices/type/type_1/index.html");
    assertThat(fewer.files).doesNotContainKey("notices/type/type_0/index.html");
    notices.set(1, notice(1, 2));
    assertThat(madeAnew(fewer, render(edition, all -> notices)))
        .contains("notices/type/type_1/index.html", "notices/type/type_2/index.html")
        .doesNotContain("notices/type/type_3/index.html");
  }
}

package org.cresset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.check.exit.ExitSearch;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.gate.Admission;
import org.cresset.model.MarkdownValues;
import org.cresset.release.Staging;

/** Refuses to publish an edition whose bytes show anything of what was withheld from it. */
final class Traces {
  private Traces() {}

  static void refuse(Admission admission, Staging staging, Renderers renderers) {
    ExitSearch search =
        new ExitSearch(
            admission.withheld().names(),
            admission.withheld().texts(),
            () -> own(admission.edition(), renderers));
    if (search.isIdle()) {
      return;
    }
    Optional<String> trace =
        staging.paths().parallelStream()
            .filter(path -> !path.endsWith(".asc"))
            .flatMap(path ->
                search.trace(path, staging.read(path)).stream().map(t -> path + " shows " + t))
            .findFirst();
    if (trace.isPresent()) {
      throw new IllegalStateException(
          "a trace of withheld text in the edition "
              + admission.edition().audience().id()
              + ": "
              + trace.get());
    }
  }

  private static List<byte[]> own(Edition edition, Renderers renderers) {
    List<byte[]> own = new ArrayList<>(renderers.wording());
    own.add(bytes(edition.site()));
    // As written, and as rendered: markup may stand between words that a reader sees side by side.
    for (Article article : edition.articles().values()) {
      own.add(bytes(article));
      own.add(bytes(renderers.plain(article.body())));
      MarkdownValues.of(article.details()).forEach(text -> own.add(bytes(renderers.plain(text))));
    }
    for (Intro intro : edition.intros().values()) {
      own.add(bytes(intro));
      own.add(bytes(renderers.plain(intro.body())));
    }
    return own;
  }

  private static byte[] bytes(Object record) {
    return record.toString().getBytes(StandardCharsets.UTF_8);
  }
}

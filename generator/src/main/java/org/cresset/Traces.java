package org.cresset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.check.exit.ExitSearch;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.cresset.edition.Version;
import org.cresset.gate.Admission;
import org.cresset.model.MarkdownValues;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Staging;

/**
 * Refuses to publish an edition whose bytes show anything of what was withheld from it. Files taken
 * over from the last release were looked through then; they are again when what is withheld
 * changed.
 */
final class Traces {
  private final Path noted;
  private final Admission admission;

  /**
   * @param noted remembers what was withheld from the last release; may be removed at any time
   */
  Traces(Path noted, Admission admission) {
    this.noted = noted;
    this.admission = admission;
  }

  void refuse(Staging staging, Optional<PreviousRelease> previous, Renderers renderers) {
    ExitSearch search =
        new ExitSearch(
            admission.withheld().names(),
            admission.withheld().texts(),
            () -> own(admission.edition(), renderers));
    if (search.isIdle()) {
      return;
    }
    boolean same = previous.isPresent() && read().equals(digest(previous.get().number()));
    Set<String> looked = same ? staging.fresh() : staging.paths();
    List<String> paths = looked.stream().filter(p -> !p.endsWith(".asc")).toList();
    Optional<String> trace = search.trace(paths, staging::read);
    if (trace.isPresent()) {
      throw new IllegalStateException(
          "a trace of withheld text in the edition "
              + admission.edition().audience().id()
              + ": "
              + trace.get());
    }
  }

  /** Notes what was withheld, once the release that it was withheld from is complete. */
  void note(Finished finished) {
    int number =
        switch (finished) {
          case Finished.Ready ready -> ready.number();
          case Finished.Unchanged unchanged -> unchanged.current().number();
          case Finished.Sealed sealed -> sealed.number();
        };
    try {
      Files.createDirectories(noted.getParent());
      Files.writeString(noted, digest(number));
    } catch (IOException e) {
      // Without the note the next run looks through everything.
      return;
    }
  }

  private String read() {
    try {
      return Files.readString(noted);
    } catch (IOException e) {
      return "";
    }
  }

  private String digest(int release) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((Version.current() + " " + release).getBytes(StandardCharsets.UTF_8));
      admission.withheld().names().forEach(n -> digest.update(bytes(n)));
      admission.withheld().texts().stream().sorted().forEach(t -> digest.update(bytes(t)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the edition may show: as written, and as rendered, for markup may stand between words. */
  private static List<byte[]> own(Edition edition, Renderers renderers) {
    List<byte[]> own = new ArrayList<>(renderers.wording());
    own.add(bytes(edition.site()));
    own.add(bytes(edition.affected()));
    for (Article article : edition.articles().values()) {
      own.add(bytes(article));
      own.add(bytes(renderers.plain(article.body())));
      MarkdownValues.of(article.details()).forEach(text -> own.add(bytes(renderers.plain(text))));
    }
    renderers.texts(edition).map(Traces::bytes).forEachOrdered(own::add);
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

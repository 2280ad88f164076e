package org.cresset.authoring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Failure;

/** The next version of a released advisory or policy. */
public final class Revise {
  static final Set<String> KEYS = Set.of("version", "initial_release_date", "revision_history");

  private Revise() {}

  /**
   * Writes the next version's number and its entry in the revision history; everything else in the
   * file stays as it is. Where the document has neither yet, its first version gets its entry too.
   *
   * @param file the document, below the content folder
   * @param summary what changed, one line
   * @param at when the new version is released
   * @param first when the first version was released, for a document that does not say so, as its
   *     readers were shown it, or {@code at} outside Git
   * @return the new version
   * @throws Failure USAGE if the document has no versions or is a draft, or if {@code at} is before
   *     its newest version; CONTENT if it is broken or can't be edited in place; ENVIRONMENT if it
   *     can't be written
   */
  public static String revise(Path content, Path file, String summary, Instant at, Instant first) {
    String line = YamlText.line("the summary", summary);
    Rewrite rewrite = Rewrite.open(content, file);
    requireReleased(rewrite.document(), "revised");
    String version = rewrite.addVersion(line, at, first);
    rewrite.save(KEYS);
    return version;
  }

  static void requireReleased(Document d, String done) {
    Kind kind = d.id().kind();
    if (kind != Kind.ADVISORY && kind != Kind.POLICY) {
      throw YamlText.usage(
          d.shown() + " can't be " + done + ": only advisories and policies have versions",
          "change its text and commit it");
    }
    if (d.status() == Status.DRAFT) {
      throw YamlText.usage(
          d.shown() + " can't be " + done + ": it is a draft, which nobody has received",
          "change its text and commit it; versions begin when it is released");
    }
  }
}

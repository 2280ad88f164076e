package org.cresset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cresset.check.Finding;
import org.cresset.document.LibraryReader;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.source.Change;
import org.cresset.source.History;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;
import org.cresset.source.Unreadable;

/**
 * Highly sensitive texts that an earlier commit holds plainly: whoever has a clone has them, though
 * the file is encrypted or gone by now.
 */
final class PlainHistory {
  private static final Pattern KEY =
      Pattern.compile("classification:\\s*[\"']?highly-sensitive\\b.*");
  private static final Pattern FENCE = Pattern.compile(":::\\s+highly-sensitive\\b.*");
  private static final String WORD = "highly-sensitive";
  private static final int SHOWN = 12;

  private final Sources sources;
  private final SourceTree tree;
  private final CleanTexts harmless;

  /**
   * @param harmless ids of blobs known to hold none
   */
  PlainHistory(Sources sources, SourceTree tree, CleanTexts harmless) {
    this.sources = sources;
    this.tree = tree;
    this.harmless = harmless;
  }

  /**
   * One for each file, with the newest commit that has it.
   *
   * @param folder of the content, as messages show it
   */
  List<Finding> findings(History history, String folder) {
    return history.files().entrySet().parallelStream()
        .filter(e -> e.getKey().endsWith(".md") && LibraryReader.kind(e.getKey()).isPresent())
        .flatMap(e -> newest(e).stream().map(c -> finding(folder + "/" + e.getKey(), c)))
        .sorted()
        .toList();
  }

  private Optional<Change> newest(Map.Entry<String, List<Change>> file) {
    Optional<String> now =
        Optional.ofNullable(tree.files().get(file.getKey())).map(SourceFile::blob);
    return file.getValue().stream()
        .filter(c -> !c.removed() && !now.equals(Optional.of(c.blob())))
        .filter(c -> isPlain(c.blob()))
        .findFirst();
  }

  private boolean isPlain(String blob) {
    if (harmless.contains(blob)) {
      return false;
    }
    try {
      String text = new String(sources.blob(blob), StandardCharsets.UTF_8);
      if (text.contains(WORD) && says(text)) {
        return true;
      }
      harmless.add(blob);
    } catch (Unreadable e) {
      // Said of the history as a whole.
      return false;
    }
    return false;
  }

  /** By its front matter, or in a fence. */
  private static boolean says(String text) {
    List<String> lines = text.lines().toList();
    boolean front = lines.getFirst().equals("---");
    return lines.stream().anyMatch(l -> FENCE.matcher(l).matches())
        || (front
            && lines.stream()
                .skip(1)
                .takeWhile(l -> !l.stripTrailing().equals("---"))
                .anyMatch(l -> KEY.matcher(l).matches()));
  }

  private static Finding finding(String shown, Change change) {
    Problem problem =
        Problem.of(
            Code.HIGHLY_SENSITIVE_HISTORY,
            Span.file(shown),
            "a highly sensitive text, plain in commit " + change.commit().substring(0, SHOWN),
            "no such text in any commit",
            "take it for known to all who have a clone; git filter-repo --invert-paths --path FILE"
                + " removes it from this one");
    return new Finding(problem, Optional.empty(), List.of());
  }
}

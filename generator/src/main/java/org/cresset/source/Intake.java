package org.cresset.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.cresset.git.CorruptObject;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Takes in candidates and refuses what can't be published safely. Safe for several threads. */
final class Intake {
  private static final long LARGEST_TEXT = 1L << 20;

  /** In bytes; larger attachments are refused. */
  static final long LARGEST_FILE = 50L << 20;

  private static final int LARGEST_POINTER = 1024;
  private static final byte[] POINTER =
      "version https://git-lfs.github.com/spec/".getBytes(StandardCharsets.US_ASCII);

  private final String base;
  private final SortedMap<String, SourceFile> files =
      Collections.synchronizedSortedMap(new TreeMap<>());
  private final List<Problem> problems = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param base from the root of the knowledge base to the content folder, without a final slash
   */
  Intake(String base) {
    this.base = base;
  }

  /** The path as messages show it. */
  String shown(String path) {
    return Names.shown(base.isEmpty() ? path : base + "/" + path);
  }

  void take(Candidate candidate) {
    String path = candidate.path().text();
    Span at = Span.file(shown(path));
    Optional<Problem> refusal = nameFault(candidate, at).or(() -> typeFault(candidate, at));
    if (refusal.isPresent()) {
      problems.add(refusal.get());
      return;
    }
    try {
      SourceFile file = file(candidate, candidate.size(), at);
      contentFault(file, at).ifPresentOrElse(problems::add, () -> files.put(path, file));
    } catch (CorruptObject e) {
      problems.add(corrupt(at, e));
    } catch (Unreadable e) {
      problems.add(e.problem());
    }
  }

  /** Takes a file that was taken before. */
  void keep(SourceFile file) {
    files.put(file.path(), file);
  }

  private SourceFile file(Candidate candidate, LongSupplier size, Span at) {
    SourceFile.Content content =
        () -> {
          try {
            return candidate.content().read();
          } catch (CorruptObject e) {
            throw new Unreadable(corrupt(at, e), e);
          }
        };
    return new SourceFile(
        candidate.path().text(), at.path(), candidate.blob(), size.getAsLong(), content);
  }

  private static Optional<Problem> nameFault(Candidate candidate, Span at) {
    Optional<String> fault =
        candidate.path().utf8()
            ? Names.fault(candidate.path().text())
            : Optional.of("a name that is not UTF-8");
    return fault.map(found ->
        Problem.of(
            Code.SOURCE_NAME,
            at,
            found,
            "a plain name in composed Unicode (NFC)",
            "rename the file"));
  }

  private static Optional<Problem> typeFault(Candidate candidate, Span at) {
    return switch (candidate.type()) {
      case FILE -> Optional.empty();
      case SYMLINK ->
          Optional.of(
              Problem.of(
                  Code.SOURCE_SYMLINK,
                  at,
                  "a symbolic link",
                  "a regular file",
                  "put a copy of the file in its place: a link could show what it must not"));
      case SUBMODULE ->
          Optional.of(
              Problem.of(
                  Code.SOURCE_SUBMODULE,
                  at,
                  "a Git repository inside the content",
                  "regular files",
                  "copy the files in, or remove it (git rm)"));
      case UNMERGED ->
          Optional.of(
              Problem.of(
                  Code.SOURCE_UNMERGED,
                  at,
                  "a file in the middle of a merge",
                  "one content",
                  "settle the conflict, then git add the file"));
    };
  }

  private static Optional<Problem> contentFault(SourceFile file, Span at) {
    long largest = isText(file.path()) ? LARGEST_TEXT : LARGEST_FILE;
    if (file.size() > largest) {
      return Optional.of(
          Problem.of(
              Code.SOURCE_TOO_LARGE,
              at,
              file.size() + " bytes",
              "at most " + (largest >> 20) + " MiB",
              "divide the text, or offer the file elsewhere with its SHA-256"));
    }
    if (file.size() < POINTER.length || file.size() > LARGEST_POINTER || !isPointer(file)) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            Code.SOURCE_LFS_POINTER,
            at,
            "a Git LFS pointer instead of the file",
            "the file itself",
            "git lfs migrate export --include=" + at.path() + " puts it into the repository"));
  }

  private static boolean isText(String path) {
    return path.endsWith(".md") || path.endsWith(".yaml") || path.endsWith(".yml");
  }

  private static boolean isPointer(SourceFile file) {
    byte[] start = java.util.Arrays.copyOf(file.content(), POINTER.length);
    return java.util.Arrays.equals(start, POINTER);
  }

  private static Problem corrupt(Span at, CorruptObject e) {
    return Problem.of(
        Code.SOURCE_CORRUPT,
        at,
        e.text(),
        "a readable object",
        "git fsck; then fetch the object from another clone");
  }

  void add(Problem problem) {
    problems.add(problem);
  }

  SourceTree tree(Optional<String> commit, String prefix, List<String> uncommitted) {
    problems.addAll(CaseTwins.among(files.keySet(), this::shown));
    return new SourceTree(commit, prefix, files, problems.stream().sorted().toList(), uncommitted);
  }
}

package org.cresset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cresset.check.Finding;
import org.cresset.document.LibraryReader;
import org.cresset.model.DocumentId;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.seal.Opener;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;

/**
 * Puts the plain text of encrypted sources in their place, in memory alone. One that can't be
 * opened is left out, and known as locked.
 */
final class Unsealing {
  private static final String ENDING = ".asc";

  private final Supplier<Opener> opener;
  private final List<Finding> locked = Collections.synchronizedList(new ArrayList<>());
  private final List<Failure> reasons = Collections.synchronizedList(new ArrayList<>());

  /**
   * @param keys asked for only if something is encrypted
   */
  Unsealing(Supplier<Opener> keys) {
    this.opener = keys;
  }

  /** The same tree with the encrypted files, {@code NAME.asc}, as what they hold, {@code NAME}. */
  SourceTree open(SourceTree tree) {
    List<SourceFile> sealed =
        tree.files().values().parallelStream().filter(Unsealing::isSealed).toList();
    if (sealed.isEmpty()) {
      return tree;
    }
    SortedMap<String, SourceFile> files = new TreeMap<>(tree.files());
    List<Problem> problems = new ArrayList<>(tree.problems());
    for (SourceFile file : sealed) {
      files.remove(file.path());
      String path = file.path().substring(0, file.path().length() - ENDING.length());
      if (files.get(path) instanceof SourceFile plain) {
        problems.add(beside(plain));
      } else {
        opened(file, path).ifPresent(f -> files.put(path, f));
      }
    }
    return new SourceTree(tree.commit(), tree.prefix(), files, problems, tree.uncommitted());
  }

  /** Encrypted documents that no key here opens. */
  List<Finding> locked() {
    return List.copyOf(locked);
  }

  /** Why the first of them could not be opened. */
  Optional<Failure> reason() {
    return reasons.stream().findFirst();
  }

  /** The content of an earlier state; of what can't be opened, nothing. */
  byte[] earlier(byte[] content) {
    if (!Opener.isMessage(content)) {
      return content;
    }
    try {
      return opener.get().open(content, "an earlier state").content();
    } catch (Failure e) {
      return new byte[0];
    }
  }

  private static boolean isSealed(SourceFile file) {
    return file.path().endsWith(ENDING)
        && LibraryReader.kind(file.path()).isPresent()
        && Opener.isMessage(file.content());
  }

  private Optional<SourceFile> opened(SourceFile file, String path) {
    try {
      byte[] plain = opener.get().open(file.content(), file.shown()).content();
      return Optional.of(
          new SourceFile(path, file.shown(), file.blob(), plain.length, () -> plain));
    } catch (Failure e) {
      reasons.add(e);
      Problem problem =
          Problem.of(
              Code.SOURCE_LOCKED,
              Span.file(file.shown()),
              e.text(),
              "a secret key that opens it",
              "put the key into .cresset/keys/ and give its passphrase; without it no sealed"
                  + " edition is made here");
      Optional<DocumentId> id = LibraryReader.kind(path).map(k -> LibraryReader.id(k, path));
      locked.add(new Finding(problem, id, List.of()));
      return Optional.empty();
    }
  }

  private static Problem beside(SourceFile plain) {
    return Problem.of(
        Code.HIGHLY_SENSITIVE_PLAIN,
        Span.file(plain.shown()),
        "a plain file beside the encrypted one of its name",
        "the encrypted file alone",
        "remove the plain file once the encrypted one holds what it says");
  }
}

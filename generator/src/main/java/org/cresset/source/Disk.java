package org.cresset.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cresset.git.ObjectHash;
import org.cresset.git.TreeEntry;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Reads files of the work tree, never through a link. */
final class Disk {
  private static final OpenOption[] PLAINLY = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

  /** Up to here contents are kept, so that id and bytes agree whatever an editor does meanwhile. */
  private static final long KEPT = 1L << 20;

  private Disk() {}

  /** A file of the work tree with the id that Git would give it. */
  static Candidate candidate(LyingFile file, String shown) {
    SourceFile.Content later = () -> read(file.file(), shown);
    if (file.type() != TreeEntry.Type.FILE || file.size() > Intake.LARGEST_FILE) {
      return new Candidate(file.path(), file.type(), "", file.size(), later);
    }
    try {
      byte[] content = later.read();
      SourceFile.Content kept = content.length > KEPT ? later : () -> content;
      String blob = ObjectHash.blob(content);
      return new Candidate(file.path(), file.type(), blob, content.length, kept);
    } catch (Unreadable e) {
      return new Candidate(file.path(), file.type(), "", () -> again(e), later);
    }
  }

  private static long again(Unreadable e) {
    throw e;
  }

  /**
   * The file's bytes.
   *
   * @throws Unreadable with a problem at {@code shown}
   */
  static byte[] read(Path file, String shown) {
    try (var in = Files.newInputStream(file, PLAINLY)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new Unreadable(
          Problem.of(
              Code.SOURCE_UNREADABLE,
              Span.file(shown),
              e instanceof AccessDeniedException
                  ? "a file that may not be read"
                  : "a file that can't be read: " + e.getMessage(),
              "a readable file",
              "look at its permissions and at the disk"),
          e);
    }
  }
}

package org.cresset.authoring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cresset.document.Quoting;
import org.cresset.problem.Failure;

/** Mends what has one right answer: quotes around values that YAML would read as something else. */
public final class Fix {
  private Fix() {}

  /**
   * A file that was changed.
   *
   * @param lines the numbers of the changed lines, from 1
   */
  public record Fixed(Path file, List<Integer> lines) {}

  /**
   * Mends the Markdown and YAML files of a folder.
   *
   * @param wanted which files; hidden ones and links are never touched
   * @return what was changed, in the order of paths
   * @throws Failure ENVIRONMENT if a file can't be read or written
   */
  public static List<Fixed> in(Path content, Predicate<Path> wanted) {
    List<Fixed> fixed = new ArrayList<>();
    for (Path file : files(content)) {
      if (wanted.test(file)) {
        fix(file).ifPresent(fixed::add);
      }
    }
    return fixed;
  }

  private static List<Path> files(Path content) {
    try (Stream<Path> files = Files.walk(content)) {
      return files
          .filter(f -> Files.isRegularFile(f, java.nio.file.LinkOption.NOFOLLOW_LINKS))
          .filter(f -> f.toString().endsWith(".md") || f.toString().endsWith(".yaml"))
          .filter(f -> !content.relativize(f).toString().matches("(.*/)?\\..*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(content, e);
    }
  }

  private static Optional<Fixed> fix(Path file) {
    byte[] bytes;
    String text;
    try {
      bytes = Files.readAllBytes(file);
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    // Only files with one kind of line end keep theirs; others are for a person.
    boolean windows = text.contains("\r\n");
    String unix = text.replace("\r\n", "\n");
    if (unix.indexOf('\r') >= 0 || (windows && !unix.replace("\n", "\r\n").equals(text))) {
      return Optional.empty();
    }
    Optional<Quoting.Mended> mended = Quoting.mend(file.toString(), unix);
    if (mended.isEmpty()) {
      return Optional.empty();
    }
    String content = mended.get().content();
    AtomicFile.replace(
        file, (windows ? content.replace("\n", "\r\n") : content).getBytes(StandardCharsets.UTF_8));
    return Optional.of(new Fixed(file, mended.get().lines()));
  }

  private static Failure unreadable(Path file, IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        file + " can't be read: " + e.getMessage(),
        "look at its permissions and at the disk",
        e);
  }
}

package org.cresset.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;

/** Adds a file to a report: beside it, in its attachments, and as evidence with hash and time. */
public final class Attach {
  private static final long MOST_BYTES = 64L << 20;
  private static final List<byte[]> PROGRAMS =
      List.of(
          new byte[] {'M', 'Z'},
          new byte[] {0x7f, 'E', 'L', 'F'},
          new byte[] {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe});

  private Attach() {}

  /**
   * What is attached.
   *
   * @param title empty: a mail's subject, else the file's name
   * @param classification narrower than the report's; empty: that of the report
   * @param only audiences, with a classification
   */
  public record Wanted(
      Path file, Optional<String> title, Optional<String> classification, List<String> only) {}

  /**
   * Where it went.
   *
   * @param document the report, which may have got a folder of its own
   */
  public record Attached(Path document, Path file, String sha256) {}

  /**
   * Attaches a file.
   *
   * @param lock as for {@link Log#append}
   * @throws Failure USAGE if there is no such report or file, if it is a program, or if another
   *     file of that name is attached; CONTENT if the report can't be changed in place; ENVIRONMENT
   *     if something can't be written
   */
  public static Attached attach(Path content, Path lock, String id, Wanted wanted, Instant at) {
    byte[] bytes = read(wanted.file());
    refusePrograms(wanted.file(), bytes);
    String name = name(wanted.file());
    return OneAtATime.run(
        lock,
        () -> {
          Path document = OwnFolder.of(content, ReportFile.find(content, id));
          Path target = document.resolveSibling(name);
          if (Files.exists(target) || !AtomicFile.create(target, bytes)) {
            throw YamlText.usage(
                name + " is attached already", "give the other file a name of its own");
          }
          try {
            String sha256 = sha256(bytes);
            enter(content, document, wanted, new Entry(name, title(wanted, bytes), sha256, at));
            return new Attached(document, target, sha256);
          } catch (Failure e) {
            delete(target);
            throw e;
          }
        });
  }

  private record Entry(String name, String title, String sha256, Instant at) {}

  private static void enter(Path content, Path document, Wanted wanted, Entry entry) {
    Rewrite rewrite = Rewrite.open(content, document);
    FrontMatter text = rewrite.text();
    String marking =
        wanted
            .classification()
            .map(c ->
                ", classification: " + c + ", only: [" + String.join(", ", wanted.only()) + "]")
            .orElse("");
    ListKey.append(
        text,
        "attachments",
        "{file: " + entry.name() + ", title: " + YamlText.quoted(entry.title()) + marking + "}",
        "status");
    ListKey.append(
        text,
        "evidence",
        String.format(
            Locale.ROOT,
            "{item: %s, sha256: %s, collected_at: %s, held_at: attached to this report}",
            YamlText.quoted(entry.title()),
            entry.sha256(),
            Times.text(entry.at().truncatedTo(ChronoUnit.MINUTES))),
        "status");
    rewrite.saveLines(List.of("attachments", "evidence"), List.of());
  }

  private static String title(Wanted wanted, byte[] bytes) {
    Optional<String> subject =
        wanted.file().toString().toLowerCase(Locale.ROOT).endsWith(".eml")
            ? MailHeader.of(bytes).title()
            : Optional.empty();
    return YamlText.line("the title", wanted.title().or(() -> subject).orElse(name(wanted.file())));
  }

  /** A name that fits into every site. */
  private static String name(Path file) {
    String name =
        String.valueOf(file.getFileName())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._+-]+", "-")
            .replaceAll("^[.-]+", "");
    if (name.isEmpty() || name.endsWith(".md")) {
      throw YamlText.usage(
          "a file named '" + file.getFileName() + "' can't be attached", "give it another name");
    }
    return name;
  }

  private static byte[] read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
        throw YamlText.usage(
            file + " has more than 64 MB",
            "keep it on the evidence server, and write an entry under evidence with its hash");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw YamlText.usage(file + " can't be read: " + Reason.of(e), "name a file");
    }
  }

  /** What readers get must never be the malware itself. */
  private static void refusePrograms(Path file, byte[] bytes) {
    for (byte[] magic : PROGRAMS) {
      if (bytes.length >= magic.length
          && Arrays.equals(Arrays.copyOf(bytes, magic.length), magic)) {
        throw YamlText.usage(
            file + " is a program; malware itself is never attached",
            "keep it with the evidence, and write its hash: sha256 " + sha256(bytes));
      }
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, file + " is left over", "remove it", e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

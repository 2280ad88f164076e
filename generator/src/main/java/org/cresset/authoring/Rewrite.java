package org.cresset.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cresset.document.Document;
import org.cresset.document.DocumentReader;
import org.cresset.document.Node;
import org.cresset.document.Reading;
import org.cresset.document.Register;
import org.cresset.model.Kind;
import org.cresset.model.Revision;
import org.cresset.problem.Failure;

/** One change of a released document: read, changed as text, read again, and only then written. */
final class Rewrite {
  private final Path content;
  private final Path file;
  private final FrontMatter text;

  private Rewrite(Path content, Path file, FrontMatter text) {
    this.content = content;
    this.file = file;
    this.text = text;
  }

  /**
   * Opens a document.
   *
   * @throws Failure CONTENT if it can't be read as a document
   */
  static Rewrite open(Path content, Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, file + " can't be read: " + e.getMessage(), "", e);
    }
    return new Rewrite(content, file, new FrontMatter(read(content, file, bytes), bytes));
  }

  FrontMatter text() {
    return text;
  }

  Document document() {
    return text.document();
  }

  /**
   * Adds the next version.
   *
   * @param first when the first version was released, where the document does not say it
   * @return its number
   */
  String addVersion(String summary, Instant at, Instant first) {
    Document d = document();
    Revision newest = newest(first);
    String next =
        VersionNumber.after(newest.number())
            .orElseThrow(() -> text.byHand("its version is '" + newest.number() + "'"));
    List<Revision> added = new ArrayList<>();
    if (d.history().isEmpty()) {
      added.add(newest);
    }
    added.add(new Revision(next, time(at, first), summary));
    Revision oldest = d.history().isEmpty() ? newest : d.history().getFirst();
    write(next, Times.text(oldest.date()), added);
    return next;
  }

  /**
   * When a version released at that time is said to be released: to the minute, and never before
   * the newest.
   */
  Instant time(Instant at, Instant first) {
    Revision newest = newest(first);
    if (at.isBefore(newest.date())) {
      throw YamlText.usage(
          String.format(
              Locale.ROOT,
              "the time %s is before version %s of %s",
              Times.text(at),
              newest.number(),
              Times.text(newest.date())),
          "check the clock, or --as-of");
    }
    return Times.rounded(at, newest.date());
  }

  private Revision newest(Instant first) {
    Document d = document();
    String current = current(d);
    return d.history().isEmpty()
        ? new Revision(current, d.initialRelease().orElse(first), "First release")
        : d.history().getLast();
  }

  private void write(String version, String initial, List<Revision> added) {
    String anchor = "status";
    if (text.has("version")) {
      text.setText("version", version);
      anchor = "version";
    } else {
      text.insertAfter(text.lastLine(anchor), List.of("version: " + version));
    }
    if (text.has("initial_release_date")) {
      anchor = "initial_release_date";
    } else {
      text.insertAfter(text.lastLine(anchor), List.of("initial_release_date: " + initial));
    }
    new RevisionList(text).append(added, anchor);
  }

  private String current(Document d) {
    String newest = d.history().isEmpty() ? "1" : d.history().getLast().number();
    String current = d.version().orElse(newest);
    boolean first = d.history().isEmpty() && current.matches("1|1\\.0\\.0");
    if (!current.equals(newest) && !first) {
      throw new Failure(
          Failure.Kind.CONTENT,
          d.shown() + " has version " + current + ", but its newest revision is " + newest,
          "correct one of the two first");
    }
    return current;
  }

  /**
   * Writes the change, if it reads back as what was meant and nothing else.
   *
   * @param changed the keys that may differ
   */
  void save(Set<String> changed) {
    byte[] bytes = text.bytes();
    Document before = document();
    Document after;
    try {
      after = read(content, file, bytes);
    } catch (Failure e) {
      throw text.byHand("the result could not be read");
    }
    if (!same(before, after, changed)) {
      throw text.byHand("the result would not be what was meant");
    }
    AtomicFile.replace(file, bytes);
  }

  /**
   * Writes lines that were added to the body, if the document reads back with them and is otherwise
   * what it was.
   *
   * @param changed the keys of the front matter that may differ
   * @param added lines of the body that are new
   */
  void saveLines(List<String> changed, List<String> added) {
    byte[] bytes = text.bytes();
    Document before = document();
    Document after;
    try {
      after = read(content, file, bytes);
    } catch (Failure e) {
      throw text.byHand("the result could not be read");
    }
    List<String> body = new ArrayList<>(after.body().markdown().lines().toList());
    int at = Collections.indexOfSubList(body, added);
    if (at >= 0 && !added.isEmpty()) {
      body.subList(at, at + added.size()).clear();
    }
    boolean rest = String.join("\n", body).strip().equals(stripped(before));
    if (!rest || !values(before, Set.copyOf(changed)).equals(values(after, Set.copyOf(changed)))) {
      throw text.byHand("the result would not be what was meant");
    }
    AtomicFile.replace(file, bytes);
  }

  private static String stripped(Document d) {
    return String.join("\n", d.body().markdown().lines().toList()).strip();
  }

  private static boolean same(Document before, Document after, Set<String> changed) {
    TreeMap<String, String> old = values(before, changed);
    boolean added =
        after.history().size() > before.history().size()
            && after.history().subList(0, before.history().size()).equals(before.history())
            && after.version().equals(Optional.of(after.history().getLast().number()));
    return added
        && old.equals(values(after, changed))
        && before.body().markdown().equals(after.body().markdown());
  }

  private static TreeMap<String, String> values(Document d, Set<String> without) {
    TreeMap<String, String> values = new TreeMap<>();
    d.front().entries().forEach((key, entry) -> values.put(key, plain(entry.value())));
    values.keySet().removeAll(without);
    return values;
  }

  private static String plain(Node node) {
    StringBuilder out = new StringBuilder();
    switch (node) {
      case Node.Scalar s -> out.append(YamlText.quoted(s.text()));
      case Node.Sequence s -> s.items().forEach(i -> out.append("- ").append(plain(i)));
      case Node.Mapping m ->
          m.entries().forEach((k, e) -> out.append(k).append(": ").append(plain(e.value())));
    }
    return out.append('\n').toString();
  }

  private static Document read(Path content, Path file, byte[] bytes) {
    Path base = content.toAbsolutePath().normalize();
    Path absolute = file.toAbsolutePath().normalize();
    String path =
        absolute.startsWith(base) ? base.relativize(absolute).toString().replace('\\', '/') : "";
    Kind kind =
        Kind.ofFolder(path.split("/", 2)[0])
            .filter(k -> path.endsWith(".md"))
            .orElseThrow(() -> YamlText.usage(file + " is no document of " + content, ""));
    // Who the readers are does not matter here: no organisation needs to be known.
    Register nobody = new Register(new TreeMap<>(), new TreeMap<>());
    Reading reading = new DocumentReader(nobody).read(kind, path, file.toString(), bytes);
    return reading
        .document()
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.CONTENT,
                file + " can't be read as a document",
                "run: cresset check " + file));
  }
}

package org.cresset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.cresset.check.exit.ExitSearch;
import org.cresset.check.exit.Own;
import org.cresset.edition.Edition;
import org.cresset.edition.Version;
import org.cresset.gate.Admission;
import org.cresset.release.Finished;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Staging;
import org.cresset.search.ExportedTerms;

/**
 * Refuses to publish an edition whose bytes show anything of what was withheld from it. Files taken
 * over from the last release were looked through then; they are again for what is newly withheld.
 */
final class Traces {
  /** Marks a script of the search index whose terms are looked at. */
  private static final String TERMS = ".terms";

  private static final int FEW = 500;

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
    Set<String> before = previous.map(p -> read(p.number())).orElse(Set.of());
    Set<String> fresh = staging.fresh();
    refuse(fresh, name -> true, staging, renderers);
    Set<String> old = staging.paths();
    old.removeAll(fresh);
    refuse(old, text -> !before.contains(hash(text)), staging, renderers);
  }

  private void refuse(
      Set<String> paths, Predicate<String> wanted, Staging staging, Renderers renderers) {
    if (paths.isEmpty()) {
      return;
    }
    ExitSearch search =
        new ExitSearch(
            admission.withheld().names().stream().filter(wanted).toList(),
            admission.withheld().texts().stream().filter(wanted).toList(),
            () -> own(admission.edition(), renderers));
    if (search.isIdle()) {
      return;
    }
    List<String> looked =
        Stream.concat(
                paths.stream().filter(p -> !p.endsWith(".asc")),
                terms(staging).filter(paths::contains).map(p -> p + TERMS))
            .toList();
    // To go through the edition's own texts first pays only where there is much to look through.
    ExitSearch quick = looked.size() > FEW ? search.telling() : search;
    Optional<String> trace = quick.trace(looked, path -> content(path, staging));
    if (trace.isPresent()) {
      throw new IllegalStateException(
          "a trace of withheld text in the edition "
              + admission.edition().audience().id()
              + ": "
              + trace.get());
    }
  }

  private static Stream<String> terms(Staging staging) {
    return staging.has(ExportedTerms.ROOT)
        ? ExportedTerms.paths(staging.read(ExportedTerms.ROOT)).stream()
        : Stream.empty();
  }

  /** A file as it is, or the terms that it holds packed. */
  private static byte[] content(String path, Staging staging) {
    return path.endsWith(TERMS)
        ? bytes(
            String.join(
                "\n\n",
                ExportedTerms.of(staging.read(path.substring(0, path.length() - TERMS.length())))))
        : staging.read(path);
  }

  /** Notes what was withheld, once the release that it was withheld from is complete. */
  void note(Finished finished) {
    if (finished instanceof Finished.Waiting) {
      // Whoever signs may decline.
      return;
    }
    int number =
        switch (finished) {
          case Finished.Ready ready -> ready.number();
          case Finished.Unchanged unchanged -> unchanged.current().number();
          case Finished.Sealed sealed -> sealed.number();
          case Finished.Waiting waiting -> 0;
        };
    try {
      Files.createDirectories(noted.getParent());
      Stream<String> withheld =
          Stream.concat(
                  admission.withheld().names().stream(), admission.withheld().texts().stream())
              .map(Traces::hash)
              .sorted();
      Files.write(noted, Stream.concat(Stream.of(head(number)), withheld).toList());
    } catch (IOException e) {
      // Without the note the next run looks through everything.
      return;
    }
  }

  /** Hashes of all that was withheld from that release. */
  private Set<String> read(int release) {
    try {
      List<String> lines = Files.readAllLines(noted);
      return !lines.isEmpty() && lines.getFirst().equals(head(release))
          ? Set.copyOf(lines)
          : Set.of();
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static String head(int release) {
    return Version.build() + " " + release;
  }

  private static String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Stream<Own> own(Edition edition, Renderers renderers) {
    Stream<Own> words =
        Stream.concat(
            renderers.wording().stream().map(text -> new Own(text, Stream::empty)),
            Stream.of(edition.site(), edition.affected())
                .map(record -> new Own(bytes(record), Stream::empty)));
    Stream<Own> intros =
        edition.intros().values().stream()
            .map(i -> new Own(bytes(i), () -> Stream.of(bytes(renderers.plain(i.body())))));
    Stream<Own> articles =
        edition.articles().values().parallelStream()
            .map(a ->
                new Own(bytes(a), () -> renderers.wording(edition.site(), a).map(Traces::bytes)));
    return Stream.concat(Stream.concat(words, intros), articles);
  }

  private static byte[] bytes(Object record) {
    return record.toString().getBytes(StandardCharsets.UTF_8);
  }
}

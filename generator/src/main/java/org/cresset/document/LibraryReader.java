package org.cresset.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;

/** Reads a source tree into a {@link Library}, on all cores. */
public final class LibraryReader {
  private final SourceTree source;
  private final Fronts fronts;
  private final List<Problem> problems = new ArrayList<>();

  private LibraryReader(SourceTree source, Fronts fronts) {
    this.source = source;
    this.fronts = fronts;
  }

  /**
   * Reads everything.
   *
   * @throws Failure (content) if there is no usable cresset.yaml, without which nothing can be told
   */
  public static Library read(SourceTree source) {
    return read(source, Fronts.NONE);
  }

  /**
   * The same.
   *
   * @param fronts spare parsing, and get what was parsed
   */
  public static Library read(SourceTree source, Fronts fronts) {
    return new LibraryReader(source, fronts).read();
  }

  private Library read() {
    Configuration configuration = configuration();
    Register register = register(configuration);
    DocumentReader reader = new DocumentReader(register);
    List<Reading> readings =
        source.files().values().parallelStream()
            .filter(f -> f.path().endsWith(".md") && !f.path().endsWith("/_index.md"))
            .flatMap(f ->
                kind(f.path()).stream()
                    .map(kind ->
                        reader.read(
                            kind,
                            f.path(),
                            f.shown(),
                            f.content(),
                            (text, parts) -> fronts.of(f.blob(), text, parts))))
            .toList();
    return new Library(
        source,
        configuration,
        register,
        Library.byId(readings),
        readings,
        intros(reader),
        SmallEventsReader.read(source, problems),
        List.copyOf(problems));
  }

  /** The settings that a {@code cresset.yaml} says, right or wrong; empty if it is no mapping. */
  public static Optional<Configuration> configuration(byte[] file) {
    String content = new String(file, StandardCharsets.UTF_8);
    return ConfigurationReader.read(new Text("cresset.yaml", content), content);
  }

  /** The document that a file probably is, where it can't be read. */
  public static DocumentId id(Kind kind, String path) {
    return new DocumentId(kind, Ids.fromPath(kind, path));
  }

  /** The kind of documents that a path is for. */
  public static Optional<Kind> kind(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? Optional.empty() : Kind.ofFolder(path.substring(0, slash));
  }

  private Configuration configuration() {
    SourceFile file = source.files().get("cresset.yaml");
    if (file == null) {
      throw new Failure(
          Failure.Kind.CONTENT,
          "no cresset.yaml in " + source.prefix(),
          "run: cresset init DIR, or name the folder with --content");
    }
    List<Problem> found = new ArrayList<>();
    Optional<String> content = Parts.decode(file.shown(), file.content(), found);
    Text text = new Text(file.shown(), content.orElse(""));
    Optional<Configuration> configuration = content.flatMap(c -> ConfigurationReader.read(text, c));
    found.addAll(text.problems());
    if (configuration.isEmpty() || found.stream().anyMatch(Problem::isError)) {
      throw new BrokenConfiguration(found);
    }
    problems.addAll(found);
    return configuration.get();
  }

  private Register register(Configuration configuration) {
    SortedMap<String, Organisation> organisations = new TreeMap<>();
    for (SourceFile file : source.files().subMap("constituents/", "constituents0").values()) {
      if (!file.path().endsWith(".yaml")) {
        continue;
      }
      String id = file.path().substring("constituents/".length(), file.path().length() - 5);
      Optional<String> content = Parts.decode(file.shown(), file.content(), problems);
      Text text = new Text(file.shown(), content.orElse(""));
      content
          .flatMap(c -> OrganisationReader.read(text, id, c))
          .ifPresent(o -> organisations.put(id, o));
      problems.addAll(text.problems());
    }
    return new Register(organisations, configuration.groups());
  }

  private SortedMap<String, Intro> intros(DocumentReader reader) {
    SortedMap<String, Intro> intros = new TreeMap<>();
    for (SourceFile file : source.files().values()) {
      if (file.path().endsWith("/_index.md")) {
        String folder = file.path().substring(0, file.path().length() - "/_index.md".length());
        reader
            .intro(folder, file.shown(), file.content(), problems)
            .ifPresent(i -> intros.put(folder, i));
      }
    }
    return intros;
  }
}

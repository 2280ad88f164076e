package org.cresset.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.source.History;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.source.Sources;

/** {@link Past} from the history of a repository; safe for several threads. */
public final class GitPast implements Past {
  private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*[\"']?([^\"'\\s#]+)");

  private final Sources sources;
  private final History history;
  private final SourceTree tree;
  private final DocumentReader reader;
  private final UnaryOperator<byte[]> opened;

  /**
   * @param opened gives the text of a blob, which may be encrypted
   */
  public GitPast(
      Sources sources,
      History history,
      SourceTree tree,
      Register register,
      UnaryOperator<byte[]> opened) {
    this.opened = opened;
    this.sources = sources;
    this.history = history;
    this.tree = tree;
    this.reader = new DocumentReader(register);
  }

  @Override
  public SortedSet<String> declassified() {
    return history.declassified();
  }

  @Override
  public List<State> states(String path) {
    return history.of(stored(path)).stream()
        .takeWhile(c -> !c.removed())
        .map(c ->
            new State(
                c.commit(), c.authored(), c.author(), c.subject(), c.declassifiedBy(), c.blob()))
        .toList();
  }

  @Override
  public Optional<Document> document(String path, State state) {
    SourceFile now = tree.files().get(path);
    String shown = now == null ? path : now.shown();
    return LibraryReader.kind(path)
        .flatMap(kind -> reader.read(kind, path, shown, content(state)).document());
  }

  private byte[] content(State state) {
    return opened.apply(sources.blob(state.blob()));
  }

  /** The name in the repository, which of an encrypted file is another. */
  private String stored(String path) {
    SourceFile now = tree.files().get(path);
    return now != null && now.shown().endsWith(".asc") && !path.endsWith(".asc")
        ? path + ".asc"
        : path;
  }

  @Override
  public boolean mayHaveVersion(String path, State state, String version) {
    String content = new String(content(state), StandardCharsets.UTF_8);
    Matcher m = VERSION.matcher(content);
    return !m.find() || m.group(1).equals(version);
  }
}

package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.seal.Verdict;

/**
 * The documents' own signatures, by which one document can be passed on alone, and whether each
 * text speaks of the id that its path has.
 */
final class DocumentCheck {
  private static final Pattern TEXT = Pattern.compile("(?:[^/]+/)+([^/]+)/\\1\\.txt");
  private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern TEAMS_OWN =
      Pattern.compile(TEXT.pattern() + "|\\.well-known/.+|.*\\.(?:atom|json)");
  private static final String CLEARTEXT = ".well-known/security.txt";

  private final TreeSource tree;
  private final Manifest manifest;
  private final TreeSigners signers;
  private final Instant now;
  private final Map<String, String> pathsById = new TreeMap<>();

  DocumentCheck(TreeSource tree, Manifest manifest, TreeSigners signers, Instant now) {
    this.tree = tree;
    this.manifest = manifest;
    this.now = now;
    this.signers = signers;
    for (String path : manifest.files().keySet()) {
      Matcher text = TEXT.matcher(path);
      if (text.matches()) {
        pathsById.put(text.group(1), path);
      }
    }
  }

  /** In the order of paths. Files that are not as the manifest says were reported before. */
  List<Finding> run() throws IOException {
    try {
      return manifest.files().keySet().parallelStream()
          .map(this::check)
          .flatMap(List::stream)
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private List<Finding> check(String path) {
    String signature = path + ".asc";
    try {
      if (path.equals(CLEARTEXT) && intact(path)) {
        return cleartext(path);
      }
      boolean signed = manifest.files().containsKey(signature) && !SitePath.chain(path);
      if (!signed || !intact(path) || !intact(signature)) {
        return List.of();
      }
      byte[] content = tree.read(path);
      byte[] by = tree.read(signature);
      return Stream.of(judge(signature, signers.verify(content, by, now), path), id(path, content))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean intact(String path) throws IOException {
    return tree.hash(path).equals(Optional.ofNullable(manifest.files().get(path)));
  }

  private List<Finding> cleartext(String path) throws IOException {
    byte[] message = tree.read(path);
    return judge(path, signers.verifyCleartext(message, now), path).stream().toList();
  }

  private static Optional<Finding> judge(String at, List<Verdict> verdicts, String path) {
    if (verdicts.stream().anyMatch(Verdict::good)) {
      return Optional.empty();
    }
    Verdict said =
        verdicts.stream()
            .filter(v -> v.outcome() != Verdict.Outcome.WRONG_KEY)
            .findFirst()
            .orElse(verdicts.getFirst());
    // An attachment may bring the signature of whoever made it.
    boolean others =
        said.outcome() == Verdict.Outcome.WRONG_KEY && !TEAMS_OWN.matcher(path).matches();
    return Optional.of(
        new Finding(
            others ? Finding.Kind.NOTE : Finding.Kind.DOCUMENT_SIGNATURE,
            at,
            "the signature of " + path + ": " + said.detail()));
  }

  /** The first id that a text speaks of is its own. */
  private Optional<Finding> id(String path, byte[] content) {
    Matcher text = TEXT.matcher(path);
    if (!text.matches()) {
      return Optional.empty();
    }
    Matcher words =
        WORD.matcher(new String(content, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    Optional<String> first =
        words.results().map(r -> r.group()).filter(pathsById::containsKey).findFirst();
    if (first.equals(Optional.of(text.group(1)))) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.DOCUMENT_ID,
            path,
            "the text in " + path + " speaks of " + first.orElse("no document")));
  }
}

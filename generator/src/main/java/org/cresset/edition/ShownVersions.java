package org.cresset.edition;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.model.DocumentId;

/**
 * The versions that the releases of an edition have shown so far, by {@link VersionText#digest}.
 * Each release has the list in {@value #PATH}, for the next one: what was committed but never
 * released to these readers is in no list, and so in no difference.
 *
 * @param documents digests by version, by document
 * @param committed whether versions of which there is no digest count as shown too, if the history
 *     has them, by the team's own word
 */
public record ShownVersions(
    SortedMap<String, SortedMap<String, String>> documents, boolean committed) {
  /** Where the list lies in a release. */
  public static final String PATH = "versions.txt";

  /** Of an edition without a release. */
  public static final ShownVersions NONE = new ShownVersions(Collections.emptySortedMap(), false);

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{32})  (\\S+) (.+)");

  /** Reads a list; lines that are none are left out. */
  public static ShownVersions parse(byte[] list) {
    SortedMap<String, SortedMap<String, String>> documents = new TreeMap<>();
    new String(list, StandardCharsets.UTF_8)
        .lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(m ->
            documents
                .computeIfAbsent(m.group(2), d -> new TreeMap<>())
                .put(m.group(3), m.group(1)));
    return new ShownVersions(documents, false);
  }

  /** The same, and all that is committed, if that is so. */
  public ShownVersions andCommitted(boolean all) {
    return new ShownVersions(documents, all);
  }

  /** Those of a document. */
  public SortedMap<String, String> of(DocumentId id) {
    return documents.getOrDefault(name(id), Collections.emptySortedMap());
  }

  /** The list for the next release; empty where nothing has versions. */
  public static String list(Edition edition) {
    StringBuilder list = new StringBuilder();
    for (Article a : edition.articles().values()) {
      a.shown()
          .digests()
          .forEach((number, digest) -> {
            list.append(digest).append("  ").append(name(a.id())).append(' ');
            list.append(number).append('\n');
          });
    }
    return list.toString();
  }

  private static String name(DocumentId id) {
    return id.kind().folder() + "/" + id.folded();
  }
}

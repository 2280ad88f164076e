package org.cresset.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/** What the destination of a link, or an id in front matter, means in a library. */
public final class Resolver {
  private static final Pattern FRAGMENT = Pattern.compile("[#?]");
  private static final Pattern SECTION_END = Pattern.compile("/?(_index\\.md)?$");
  private static final Set<Kind> ALL = Set.of(Kind.values());

  private final Library library;
  private final Map<String, DocumentId> byPath = new HashMap<>();
  private final Map<String, Set<DocumentId>> byName = new HashMap<>();

  public Resolver(Library library) {
    this.library = library;
    // A file is there even where another document has its id.
    library.all().forEach(d -> byPath.put(d.path(), d.id()));
    for (Document document : library.documents().values()) {
      name(document.id().id(), document.id());
      document.aliases().forEach(alias -> name(alias, document.id()));
      if (document.details() instanceof Details.Term term) {
        name(document.title(), document.id());
        term.abbreviation().ifPresent(a -> name(a, document.id()));
      }
    }
  }

  private void name(String name, DocumentId id) {
    byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new TreeSet<>()).add(id);
  }

  /** What a destination leads to. */
  public sealed interface Target {}

  public record ToDocument(DocumentId id) implements Target {}

  /** A file beside the document, by its path from the content folder. */
  public record ToFile(String path) implements Target {}

  /** A section's list page. */
  public record ToSection(String folder) implements Target {}

  /** Several documents have that id. */
  public record Ambiguous(Set<DocumentId> ids) implements Target {}

  public record Nothing() implements Target {}

  /**
   * Resolves a link.
   *
   * @param folder of the document that holds it, from the content folder, ending with a slash
   * @param destination as written, a fragment is ignored
   */
  public Target link(String folder, String destination) {
    String target = FRAGMENT.split(destination, 2)[0];
    if (target.startsWith("term:")) {
      return named(target.substring("term:".length()), Set.of(Kind.TERM));
    }
    if (target.startsWith("doc:")) {
      return doc(target.substring("doc:".length()));
    }
    Optional<String> path = decoded(target).flatMap(t -> normalize(folder + t));
    if (path.isEmpty()) {
      return new Nothing();
    }
    if (byPath.get(path.get()) instanceof DocumentId id) {
      return new ToDocument(id);
    }
    String section = SECTION_END.matcher(path.get()).replaceAll("");
    if (library.intros().containsKey(section)
        && (path.get().endsWith("_index.md") || target.endsWith("/"))) {
      return new ToSection(section);
    }
    return library.source().files().containsKey(path.get())
        ? new ToFile(path.get())
        : new Nothing();
  }

  /** An id in front matter, among documents of these kinds. */
  public Target named(String name, Set<Kind> kinds) {
    Set<DocumentId> all = byName.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
    if (all.size() <= 1) {
      return only(all.stream().allMatch(id -> kinds.contains(id.kind())) ? all : Set.of());
    }
    Set<DocumentId> ids = new TreeSet<>(all);
    ids.removeIf(id -> !kinds.contains(id.kind()));
    // An exact id wins over an alias or abbreviation of another document.
    Set<DocumentId> exact = new TreeSet<>(ids);
    exact.removeIf(id -> !id.id().equalsIgnoreCase(name));
    return only(exact.isEmpty() ? ids : exact);
  }

  private Target doc(String name) {
    for (Kind kind : Kind.values()) {
      if (name.startsWith(kind.folder() + "/")) {
        Target target = named(name.substring(kind.folder().length() + 1), Set.of(kind));
        if (target instanceof ToDocument) {
          return target;
        }
      }
    }
    return named(name, ALL);
  }

  private static Target only(Set<DocumentId> ids) {
    return switch (ids.size()) {
      case 0 -> new Nothing();
      case 1 -> new ToDocument(ids.iterator().next());
      default -> new Ambiguous(ids);
    };
  }

  /** As editors write a name that holds blanks or other letters than those of ASCII. */
  private static Optional<String> decoded(String target) {
    if (target.chars().allMatch(c -> c < 128 && c != '%')) {
      return Optional.of(target);
    }
    try {
      String plain = URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
      return Optional.of(Normalizer.normalize(plain, Normalizer.Form.NFC));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> normalize(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.equals(".") && !(part.isEmpty() && parts.isEmpty())) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }
}

package org.cresset.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id or address that a document once had, as far as an alias names one; other aliases are only
 * found by search.
 *
 * @param year the folder of an advisory, where the alias gives it
 */
public record FormerName(DocumentId id, Optional<String> year) {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  // With index.html and the like it must fit a path of a site, which has at most 1000 bytes.
  private static final int LONGEST = 900;
  // No folder is called as files are.
  private static final Pattern FILE = Pattern.compile(".*\\.([A-Za-z]{2,5})?");

  /**
   * What an alias names: an id among documents of the same kind ({@code csa-2025-a}), or an address
   * from the root of the site ({@code advisories/2025/csa-2025-a}, {@code old/page}).
   *
   * @param kind of the document that has the alias
   */
  public static Optional<FormerName> of(Kind kind, String alias) {
    List<String> parts = Arrays.asList(alias.replaceAll("^/|/$", "").split("/", -1));
    if (alias.length() > LONGEST
        || !parts.stream().allMatch(p -> PART.matcher(p).matches() && !FILE.matcher(p).matches())) {
      return Optional.empty();
    }
    if (parts.size() == 1) {
      return known(kind, parts.getFirst(), Optional.empty());
    }
    Kind named = Kind.ofFolder(parts.getFirst()).orElse(Kind.PAGE);
    if (named == Kind.PAGE) {
      int first = parts.getFirst().equals(Kind.PAGE.folder()) ? 1 : 0;
      String id = String.join("/", parts.subList(first, parts.size()));
      return known(Kind.PAGE, id, Optional.empty());
    }
    boolean dated = named == Kind.ADVISORY && parts.size() == 3 && parts.get(1).matches("\\d{4}");
    return dated || parts.size() == 2
        ? known(named, parts.getLast(), dated ? Optional.of(parts.get(1)) : Optional.empty())
        : Optional.empty();
  }

  private static Optional<FormerName> known(Kind kind, String id, Optional<String> year) {
    String top = id.split("/", 2)[0].toLowerCase(Locale.ROOT);
    boolean taken = kind == Kind.PAGE && OwnFolders.ALL.contains(top);
    return taken ? Optional.empty() : Optional.of(new FormerName(new DocumentId(kind, id), year));
  }
}

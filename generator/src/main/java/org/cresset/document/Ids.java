package org.cresset.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.model.Kind;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** Ids: from the front matter or the file's name, and what they may not be. */
final class Ids {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private static final Pattern SEPARATOR = Pattern.compile("[-_./]");

  private final Set<String> organisations;
  private final List<Compound> compounds;

  /** The id of an organisation that has several parts, and the same {@link #dashed}. */
  private record Compound(String organisation, String dashed) {}

  /**
   * @param organisations the ids in the register
   */
  Ids(Set<String> organisations) {
    this.organisations = organisations;
    this.compounds =
        organisations.stream()
            .map(o -> new Compound(o, dashed(o)))
            .filter(c -> c.dashed().indexOf('-', 1) < c.dashed().length() - 1)
            .toList();
  }

  /** The id that a file has when its front matter gives none. */
  static String fromPath(Kind kind, String path) {
    String name = path.substring(0, path.length() - ".md".length());
    if (name.endsWith("/index")) {
      name = name.substring(0, name.length() - "/index".length());
    }
    return kind == Kind.PAGE
        ? name.substring(name.indexOf('/') + 1)
        : name.substring(name.lastIndexOf('/') + 1);
  }

  void check(Text text, Kind kind, String id, Span at) {
    List<String> parts = kind == Kind.PAGE ? List.of(id.split("/", -1)) : List.of(id);
    if (!parts.stream().allMatch(p -> PART.matcher(p).matches() && !p.endsWith("."))) {
      text.wrong(
          Code.ID_INVALID,
          at,
          "the id '" + id + "'",
          "letters, digits, '.', '_' and '-', at most 64, beginning with a letter or digit",
          "rename the file, or give an id in the front matter");
    }
    for (String part : SEPARATOR.split(id.toLowerCase(Locale.ROOT))) {
      if (Vocabulary.SEVERITY.containsKey(part) || organisations.contains(part)) {
        tells(text, id, part, at);
      }
    }
    String whole = dashed(id.toLowerCase(Locale.ROOT));
    for (Compound compound : compounds) {
      if (whole.contains(compound.dashed())) {
        tells(text, id, compound.organisation(), at);
      }
    }
  }

  /** With a dash around and between its parts, so that parts are compared and not letters. */
  private static String dashed(String name) {
    return '-' + name.replace('_', '-').replace('.', '-').replace('/', '-') + '-';
  }

  private static void tells(Text text, String id, String part, Span at) {
    text.wrong(
        Code.ID_TELLS,
        at,
        "the id '" + id + "', which tells '" + part + "'",
        "an id that tells neither severity nor site",
        "take the id that 'cresset new' draws");
  }
}

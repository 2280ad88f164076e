package org.cresset.authoring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;

/**
 * New documents, each a draft for the team alone with every key explained in a comment. A tired
 * mistake in one is the safe mistake.
 */
public final class Archetypes {
  /** What can be made; procedures are policies of their own kind of text. */
  public static final List<String> KINDS =
      List.of("advisory", "report", "notice", "policy", "procedure", "term", "page");

  /** First parts of paths that the site itself uses, so that no page may be called so. */
  private static final Set<String> TAKEN_BY_SITE =
      Set.of(
          "advisories",
          "reports",
          "notices",
          "policies",
          "glossary",
          "pages",
          "index",
          "404",
          "assets",
          "search",
          "verify",
          "keys",
          "releases",
          "feed",
          "csaf",
          "osv",
          "statistics",
          "audit",
          "callers",
          "desk",
          "observables",
          "sites",
          "history");

  private Archetypes() {}

  /**
   * Writes a new document.
   *
   * @param kind one of {@link #KINDS}
   * @param ids how ids are drawn, from {@code cresset.yaml}: {@code advisory} is {@code random} or
   *     {@code sequential}, {@code report} is {@code random} or {@code YYMMDDHHMM}
   * @param asOf the time of the run, shown in the first line of a report's chronology
   * @return the new file
   * @throws Failure USAGE for an unknown kind, a title that is not one line of visible characters,
   *     or a name that is taken; ENVIRONMENT if it can't be written
   */
  public static Path create(
      Path content,
      String kind,
      String title,
      Map<String, String> ids,
      Instant asOf,
      SecureRandom random) {
    if (!KINDS.contains(kind)) {
      throw YamlText.usage(
          "'" + kind + "' is no kind of document", "use one of " + String.join(", ", KINDS));
    }
    String line = YamlText.line("the title", title);
    Path folder = content.resolve(folder(kind));
    Set<String> used = UsedIds.in(folder);
    Set<String> telling = UsedIds.telling(content);
    NewId fresh = new NewId(random, union(used, telling));
    // Somebody else may take the same name at the same moment: then another one is drawn.
    for (int attempt = 0; attempt < 20; attempt++) {
      String id = id(kind, line, ids, asOf, fresh, telling);
      Path file = inYear(kind, folder, asOf).resolve(id + ".md");
      boolean drawn = !id.equals(Slug.of(line, telling));
      if (!used.contains(id) && AtomicFile.create(file, text(kind, id, line, asOf))) {
        return file;
      }
      if (!drawn) {
        throw YamlText.usage(
            "there is a " + kind + " with the id '" + id + "' already",
            "revise that one, or choose another title");
      }
      used.add(id);
    }
    throw new Failure(Failure.Kind.ENVIRONMENT, "no unused id was found in " + folder, "try again");
  }

  /** The file that {@link #create} would write. */
  static byte[] text(String kind, String id, String title, Instant asOf) {
    String now = Times.text(asOf.truncatedTo(ChronoUnit.MINUTES));
    return Texts.filled(
            "archetypes/" + kind + ".md",
            Map.of(
                "ID", id,
                "NOW", now,
                "TODAY", now.substring(0, 10),
                "NEXT_YEAR", asOf.atOffset(ZoneOffset.UTC).toLocalDate().plusYears(1).toString(),
                "TITLE", YamlText.quoted(title)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String id(
      String kind,
      String title,
      Map<String, String> ids,
      Instant asOf,
      NewId fresh,
      Set<String> telling) {
    return switch (kind) {
      case "advisory" ->
          "sequential".equals(ids.get(kind)) ? fresh.next("csa", asOf) : fresh.code("csa", asOf);
      case "report" -> "YYMMDDHHMM".equals(ids.get(kind)) ? fresh.minute(asOf) : fresh.tenDigits();
      case "notice" -> fresh.code("ntc", asOf);
      default -> {
        String slug = Slug.of(title, telling);
        boolean unusable = slug.isEmpty() || (kind.equals("page") && TAKEN_BY_SITE.contains(slug));
        yield unusable ? fresh.code(kind, asOf) : slug;
      }
    };
  }

  private static String folder(String kind) {
    return switch (kind) {
      case "procedure" -> Kind.POLICY.folder();
      default -> Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)).folder();
    };
  }

  private static Path inYear(String kind, Path folder, Instant asOf) {
    return switch (kind) {
      case "advisory", "report", "notice" -> folder.resolve(NewId.year(asOf));
      default -> folder;
    };
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> all = new TreeSet<>(a);
    all.addAll(b);
    return all;
  }
}

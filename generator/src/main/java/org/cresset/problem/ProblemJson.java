package org.cresset.problem;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cresset.json.Json;

/** Problems for machines: a JSON array in the order of their places. */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * An array of objects with {@code severity}, {@code code}, {@code path}, {@code line} and {@code
   * column} (from 1, in UTF-16 units; 0 for the file as a whole), {@code length}, {@code found},
   * {@code expected}, {@code help}, {@code source} and {@code related}. Characters that could steer
   * a terminal are written as escapes.
   */
  public static String of(Collection<Problem> problems) {
    return safe(Json.pretty(list(problems)));
  }

  /** The same as values, to stand inside a larger result. */
  public static List<Map<String, Object>> list(Collection<Problem> problems) {
    return problems.stream().distinct().sorted().map(ProblemJson::object).toList();
  }

  /** The same JSON, with unsafe characters escaped; they can only stand inside its strings. */
  static String safe(String json) {
    StringBuilder out = new StringBuilder(json.length());
    json.codePoints()
        .forEach(c -> {
          if (c == '\n' || !Visible.isUnsafe(c)) {
            out.appendCodePoint(c);
          } else {
            for (char unit : Character.toChars(c)) {
              out.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
            }
          }
        });
    return out.toString();
  }

  private static Map<String, Object> object(Problem p) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("severity", p.severity().name().toLowerCase(Locale.ROOT));
    object.put("code", p.code().id());
    object.putAll(place(p.at()));
    object.put("found", p.found());
    object.put("expected", p.expected());
    object.put("help", p.help());
    object.put("source", p.source());
    List<Map<String, Object>> related = p.related().stream().map(ProblemJson::place).toList();
    object.put("related", related);
    return object;
  }

  private static Map<String, Object> place(Span at) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("path", at.path());
    place.put("line", at.line());
    place.put("column", at.column());
    place.put("length", at.length());
    return place;
  }
}

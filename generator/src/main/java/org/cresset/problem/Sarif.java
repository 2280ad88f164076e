package org.cresset.problem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cresset.json.Json;

/** Problems in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS). */
public final class Sarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
  private static final List<Code> RULES = Arrays.asList(Code.values());

  private Sarif() {}

  /**
   * One log with one run; all rules are listed, so that a rule's index does not depend on what was
   * found.
   *
   * @param version of Cresset
   */
  public static String of(Collection<Problem> problems, String version) {
    Map<String, Object> driver = new LinkedHashMap<>();
    driver.put("name", "Cresset");
    driver.put("version", version);
    driver.put("rules", RULES.stream().map(Sarif::rule).toList());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("tool", Map.of("driver", driver));
    run.put("columnKind", "utf16CodeUnits");
    run.put("results", problems.stream().distinct().sorted().map(Sarif::result).toList());
    Map<String, Object> log = new LinkedHashMap<>();
    log.put("$schema", SCHEMA);
    log.put("version", "2.1.0");
    log.put("runs", List.of(run));
    return ProblemJson.safe(Json.pretty(log));
  }

  private static Map<String, Object> rule(Code code) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("id", code.id());
    rule.put("defaultConfiguration", Map.of("level", level(code.severity())));
    return rule;
  }

  private static Map<String, Object> result(Problem p) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("ruleId", p.code().id());
    result.put("ruleIndex", p.code().ordinal());
    result.put("level", level(p.severity()));
    String help = p.help().isEmpty() ? "" : " Help: " + p.help();
    result.put("message", Map.of("text", ProblemPrinter.sentence(p) + "." + help));
    result.put("locations", List.of(location(p.at(), p.source())));
    if (!p.related().isEmpty()) {
      List<Object> related = new ArrayList<>();
      for (Span at : p.related()) {
        related.add(location(at, ""));
      }
      result.put("relatedLocations", related);
    }
    return result;
  }

  private static Map<String, Object> location(Span at, String source) {
    Map<String, Object> artifact = new LinkedHashMap<>();
    artifact.put("uri", uri(at.path()));
    artifact.put("uriBaseId", "%SRCROOT%");
    Map<String, Object> physical = new LinkedHashMap<>();
    physical.put("artifactLocation", artifact);
    if (at.line() > 0) {
      physical.put("region", region(at, source));
    }
    return Map.of("physicalLocation", physical);
  }

  private static Map<String, Object> region(Span at, String source) {
    Map<String, Object> region = new LinkedHashMap<>();
    region.put("startLine", at.line());
    if (at.column() > 0) {
      region.put("startColumn", at.column());
      region.put("endColumn", at.column() + at.length());
    }
    if (!source.isEmpty()) {
      region.put("snippet", Map.of("text", source));
    }
    return region;
  }

  private static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  /** A relative reference (RFC 3986, section 4.2). */
  private static String uri(String path) {
    StringBuilder out = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      out.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}

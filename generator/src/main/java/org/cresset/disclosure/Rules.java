package org.cresset.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the rule set: blocks of {@code key: value} lines, parted by blank lines. */
final class Rules {
  private Rules() {}

  static List<Rule> read() {
    try (InputStream in = Rules.class.getResourceAsStream("/disclosure/rules.txt")) {
      return of(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Rule> of(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String block : text.split("\\n\\s*\\n")) {
      Map<String, String> values = new LinkedHashMap<>();
      block
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(": "))
          .forEach(line -> {
            int colon = line.indexOf(": ");
            values.put(line.substring(0, colon), line.substring(colon + 2).strip());
          });
      if (!values.isEmpty()) {
        rules.add(rule(values));
      }
    }
    return List.copyOf(rules);
  }

  private static Rule rule(Map<String, String> values) {
    return new Rule(
        Objects.requireNonNull(values.get("rule")),
        Objects.requireNonNull(values.get("what")),
        Rule.Level.valueOf(values.getOrDefault("level", "secret").toUpperCase(Locale.ROOT)),
        List.of(Objects.requireNonNull(values.get("cues")).split(" +")),
        values.containsKey("holds")
            ? List.of(values.getOrDefault("holds", "").split(" +"))
            : List.of(),
        Integer.parseInt(values.getOrDefault("digits", "0")),
        Pattern.compile(Objects.requireNonNull(values.get("pattern"))),
        Optional.ofNullable(values.get("unless")).map(Pattern::compile),
        test(values.getOrDefault("test", "")));
  }

  private static Predicate<String> test(String name) {
    return switch (name) {
      case "luhn" -> CheckDigits::luhn;
      case "iban" -> CheckDigits::iban;
      default -> found -> true;
    };
  }
}

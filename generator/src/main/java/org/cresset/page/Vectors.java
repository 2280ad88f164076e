package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.page.view.AdvisoryView.Vector;

/** What a CVSS vector says of how an attack is made, in words. */
final class Vectors {
  private static final List<Map.Entry<String, Map<String, String>>> WORDS =
      List.of(
          Map.entry(
              "AV",
              Map.of(
                  "N", "from the network",
                  "A", "from the same network",
                  "L", "on the machine",
                  "P", "by touching the machine")),
          Map.entry("AC", Map.of("L", "easy", "H", "hard", "M", "fairly hard")),
          Map.entry(
              "PR",
              Map.of("N", "no login", "L", "an ordinary login", "H", "an administrator’s login")),
          Map.entry("Au", Map.of("N", "no login", "S", "a login", "M", "several logins")),
          Map.entry(
              "UI",
              Map.of(
                  "N", "without anyone’s help",
                  "R", "a person must take part",
                  "P", "a person must take part",
                  "A", "a person must be deceived")));

  private Vectors() {}

  static Vector vector(String text) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> metric : WORDS) {
      value(text, metric.getKey()).map(value -> metric.getValue().get(value)).ifPresent(words::add);
    }
    return new Vector(value(text, "CVSS").orElse("2.0"), text, String.join(", ", words));
  }

  private static Optional<String> value(String vector, String metric) {
    for (String part : vector.split("/", -1)) {
      if (part.startsWith(metric + ":")) {
        return Optional.of(part.substring(metric.length() + 1));
      }
    }
    return Optional.empty();
  }
}

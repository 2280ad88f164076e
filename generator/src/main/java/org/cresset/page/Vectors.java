package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.page.view.AdvisoryView.Vector;
import org.cresset.scap.Cvss;

/** What a CVSS vector says of how an attack is made and what it does, in words. */
final class Vectors {
  private static final String SEES_ALL = "read all data";
  private static final String SEES_SOME = "read some data";
  private static final String CHANGES_ALL = "change all data";
  private static final String CHANGES_SOME = "change some data";
  private static final String STOPS = "stop the service";
  private static final String SLOWS = "slow the service";

  private static final List<Map.Entry<String, Map<String, String>>> ATTACK =
      List.of(
          Map.entry(
              "AV",
              Map.of(
                  "N", "from the network",
                  "A", "from the same network",
                  "L", "on the machine",
                  "P", "by touching the machine")),
          Map.entry("AC", Map.of("L", "easy", "H", "hard", "M", "fairly hard")),
          Map.entry("AT", Map.of("P", "only under certain conditions")),
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

  /** C and P are those of version 2, complete and partial. */
  private static final List<Map.Entry<String, Map<String, String>>> IMPACT =
      List.of(
          Map.entry("C", Map.of("H", SEES_ALL, "C", SEES_ALL, "L", SEES_SOME, "P", SEES_SOME)),
          Map.entry("VC", Map.of("H", SEES_ALL, "L", SEES_SOME)),
          Map.entry(
              "I",
              Map.of("H", CHANGES_ALL, "C", CHANGES_ALL, "L", CHANGES_SOME, "P", CHANGES_SOME)),
          Map.entry("VI", Map.of("H", CHANGES_ALL, "L", CHANGES_SOME)),
          Map.entry("A", Map.of("H", STOPS, "C", STOPS, "L", SLOWS, "P", SLOWS)),
          Map.entry("VA", Map.of("H", STOPS, "L", SLOWS)),
          Map.entry("S", Map.of("C", "reach other systems through it")));

  private Vectors() {}

  static Vector vector(String text) {
    Optional<Cvss> cvss = Cvss.of(text);
    String attack = String.join(", ", words(text, ATTACK));
    List<String> impact = words(text, IMPACT);
    String then = impact.isEmpty() ? "" : ". An attacker can " + enumeration(impact);
    return new Vector(
        cvss.map(Cvss::version).orElse(""),
        cvss.map(c -> Double.toString(c.baseScore())).orElse(""),
        cvss.map(c -> Words.tag(c.rating().token())),
        text,
        attack.isEmpty() ? "" : Words.capital(attack) + then + ".");
  }

  private static List<String> words(
      String vector, List<Map.Entry<String, Map<String, String>>> metrics) {
    List<String> words = new ArrayList<>();
    for (Map.Entry<String, Map<String, String>> metric : metrics) {
      value(vector, metric.getKey())
          .map(value -> metric.getValue().get(value))
          .ifPresent(words::add);
    }
    return words;
  }

  private static String enumeration(List<String> words) {
    int last = words.size() - 1;
    String before = String.join(", ", words.subList(0, last));
    return last == 0 ? words.getFirst() : before + " and " + words.get(last);
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

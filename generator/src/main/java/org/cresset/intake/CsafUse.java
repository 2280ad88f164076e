package org.cresset.intake;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a CSAF document says of its products: for each the status in each vulnerability, the
 * solutions, and why it is not affected. Numbers count vulnerabilities and solutions from 0.
 */
final class CsafUse {
  /** The keys of the front matter by the keys of {@code product_status}. */
  static final Map<String, String> STATUS =
      Map.of(
          "known_affected", "affected",
          "first_affected", "affected",
          "last_affected", "affected",
          "fixed", "fixed",
          "first_fixed", "fixed",
          "known_not_affected", "not_affected",
          "under_investigation", "under_investigation");

  private final SequencedMap<String, Map<String, TreeSet<Integer>>> statuses =
      new LinkedHashMap<>();
  private final Map<String, TreeSet<Integer>> solutions = new TreeMap<>();
  private final Map<String, String> flags = new TreeMap<>();
  private final Set<List<Object>> given = new HashSet<>();

  void status(String product, String status, int vulnerability) {
    statuses
        .computeIfAbsent(product, p -> new TreeMap<>())
        .computeIfAbsent(status, s -> new TreeSet<>())
        .add(vulnerability);
  }

  /** A solution for a product in one vulnerability. */
  void solution(String product, int solution, int vulnerability) {
    given.add(List.of(product, solution, vulnerability));
    solutions.computeIfAbsent(product, p -> new TreeSet<>()).add(solution);
  }

  void flag(String product, String label) {
    flags.putIfAbsent(product, label);
  }

  SequencedMap<String, Map<String, TreeSet<Integer>>> statuses() {
    return statuses;
  }

  /** Whether some solution was given for a part only of the vulnerabilities of its products. */
  boolean isNarrower() {
    return solutions.entrySet().stream()
        .anyMatch(e ->
            statuses
                .getOrDefault(e.getKey(), Map.of())
                .getOrDefault("affected", new TreeSet<>())
                .stream()
                .anyMatch(v ->
                    e.getValue().stream()
                        .anyMatch(s -> !given.contains(List.of(e.getKey(), s, v)))));
  }

  TreeSet<Integer> solutionsOf(String product) {
    return solutions.getOrDefault(product, new TreeSet<>());
  }

  String flagOf(String product) {
    return flags.getOrDefault(product, "");
  }
}

package org.cresset.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes from a front matter that is too large what can best be spared, step by step. */
final class Slimming {
  private static final List<List<String>> STEPS =
      List.of(
          List.of(),
          List.of("products"),
          List.of("vulnerabilities", "solutions", "observables", "references"));

  /** How many steps there are. */
  static final int MOST = STEPS.size();

  private Slimming() {}

  /** Does one step; the result says what was left out. */
  static String step(Map<String, Object> front, int number) {
    if (number == 0) {
      front.computeIfPresent("products", (k, v) -> concerned(v));
    } else {
      front.keySet().removeAll(STEPS.get(number));
    }
    Set<String> ids =
        items(front.get("products")).stream()
            .map(p -> String.valueOf(p.get("product_id")))
            .collect(Collectors.toCollection(HashSet::new));
    for (String key : List.of("vulnerabilities", "solutions")) {
      items(front.get(key)).forEach(m -> m.computeIfPresent("products", (k, v) -> known(v, ids)));
    }
    return switch (number) {
      case 0 -> "the products that are not affected";
      case 1 -> "the products";
      default -> "products, vulnerabilities, solutions and references";
    };
  }

  /** Products of which more is said than that they are not affected. */
  private static @Nullable Object concerned(Object products) {
    List<Map<String, Object>> kept =
        items(products).stream()
            .filter(p ->
                p.containsKey("affected")
                    || p.containsKey("fixed")
                    || p.containsKey("under_investigation"))
            .toList();
    return kept.isEmpty() ? null : kept;
  }

  private static @Nullable Object known(Object named, Set<String> ids) {
    List<Object> kept = new ArrayList<>();
    if (named instanceof List<?> list) {
      list.stream().filter(i -> ids.contains(i.toString())).forEach(kept::add);
    }
    return kept.isEmpty() ? null : kept;
  }

  @SuppressWarnings("unchecked") // Front matter is made of maps whose keys are texts.
  private static List<Map<String, Object>> items(@Nullable Object value) {
    List<Map<String, Object>> maps = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> map) {
          maps.add((Map<String, Object>) map);
        }
      }
    }
    return maps;
  }
}

package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The entries of {@code products}: versions of a product stand together where the same
 * vulnerabilities and solutions concern them.
 */
final class CsafProducts {
  /** One entry. */
  private record Key(
      CsafProduct line, Set<Integer> vulnerabilities, Set<Integer> solutions, String reason) {}

  private final SequencedMap<Key, SequencedMap<String, Set<String>>> entries =
      new LinkedHashMap<>();
  private final List<Key> keys;

  CsafProducts(Map<String, CsafProduct> products, CsafUse use) {
    use.statuses()
        .forEach((id, statuses) ->
            statuses.forEach((status, vulnerabilities) -> {
              CsafProduct product = products.get(id);
              if (product != null) {
                String reason = status.equals("not_affected") ? use.flagOf(id) : "";
                Set<Integer> solutions = status.equals("affected") ? use.solutionsOf(id) : Set.of();
                add(new Key(product.line(), vulnerabilities, solutions, reason), status, product);
              }
            }));
    join();
    this.keys = List.copyOf(entries.keySet());
  }

  private void add(Key key, String status, CsafProduct product) {
    entries
        .computeIfAbsent(key, k -> new LinkedHashMap<>())
        .computeIfAbsent(status, s -> new LinkedHashSet<>())
        .add(product.version().orElse("*"));
  }

  private SequencedMap<String, Set<String>> statuses(Key key) {
    return Objects.requireNonNull(entries.get(key));
  }

  /** Fixed and other versions go to the one entry of the versions affected, if there is one. */
  private void join() {
    for (Key key : List.copyOf(entries.keySet())) {
      if (statuses(key).containsKey("affected")) {
        continue;
      }
      List<Key> same =
          entries.keySet().stream()
              .filter(k -> statuses(k).containsKey("affected"))
              .filter(k ->
                  k.line().equals(key.line()) && k.vulnerabilities().equals(key.vulnerabilities()))
              .toList();
      boolean apart = statuses(key).values().stream().anyMatch(v -> v.contains("*"));
      if (same.size() == 1 && !apart) {
        SequencedMap<String, Set<String>> into = statuses(same.getFirst());
        boolean clash = statuses(key).keySet().stream().anyMatch(into::containsKey);
        if (!clash && (same.getFirst().reason().isEmpty() && key.reason().isEmpty())) {
          into.putAll(statuses(key));
          entries.remove(key);
        }
      }
    }
  }

  List<Map<String, Object>> front() {
    List<Map<String, Object>> front = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      Map<String, Object> entry = new LinkedHashMap<>();
      if (keys.size() > 1) {
        entry.put("product_id", id(i));
      }
      key.line().vendor().ifPresent(v -> entry.put("vendor", Prose.title(v, 200)));
      entry.put("product_name", key.line().name());
      statuses(key)
          .forEach((status, versions) ->
              entry.put(
                  status,
                  versions.size() == 1 ? versions.iterator().next() : List.copyOf(versions)));
      if (!key.reason().isEmpty()) {
        entry.put("not_affected_reason", key.reason());
      }
      VerisMapper.put(
          entry,
          "platforms",
          key.line().platforms().stream().map(p -> Prose.title(p, 200)).toList());
      key.line().purl().ifPresent(p -> entry.put("purl", p));
      key.line().cpe().ifPresent(c -> entry.put("cpe", c));
      front.add(entry);
    }
    return front;
  }

  /** The entries that a vulnerability concerns; empty where that is all of them. */
  List<String> ofVulnerability(int number) {
    return ids(k -> k.vulnerabilities().contains(number));
  }

  /** The entries that a solution is for; empty where that is all that are affected. */
  List<String> ofSolution(int number) {
    List<String> all = ids(k -> statuses(k).containsKey("affected"));
    List<String> own = ids(k -> k.solutions().contains(number));
    return own.equals(all) ? List.of() : own;
  }

  private List<String> ids(Predicate<Key> wanted) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (wanted.test(keys.get(i))) {
        ids.add(id(i));
      }
    }
    return ids.size() == keys.size() ? List.of() : ids;
  }

  private static String id(int index) {
    return "P" + (index + 1);
  }
}

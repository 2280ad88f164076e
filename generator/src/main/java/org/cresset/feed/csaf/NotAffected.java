package org.cresset.feed.csaf;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cresset.feed.csaf.ProductTree.Leaf;
import org.cresset.feed.csaf.ProductTree.Status;
import org.cresset.json.Members;

/** Why products are not affected: as a label where the standard has one, else in words. */
final class NotAffected {
  private static final Set<String> LABELS =
      Set.of(
          "component_not_present",
          "inline_mitigations_already_exist",
          "vulnerable_code_cannot_be_controlled_by_adversary",
          "vulnerable_code_not_in_execute_path",
          "vulnerable_code_not_present");

  private NotAffected() {}

  static List<Members> flags(List<Leaf> leaves) {
    return reasons(leaves).entrySet().stream()
        .filter(e -> LABELS.contains(e.getKey()))
        .map(e -> new Members().with("label", e.getKey()).with("product_ids", e.getValue()))
        .toList();
  }

  static List<Members> threats(List<Leaf> leaves) {
    return reasons(leaves).entrySet().stream()
        .filter(e -> !LABELS.contains(e.getKey()))
        .map(e ->
            new Members()
                .with("category", "impact")
                .with("details", e.getKey())
                .with("product_ids", e.getValue()))
        .toList();
  }

  private static Map<String, List<String>> reasons(List<Leaf> leaves) {
    return leaves.stream()
        .filter(l -> l.status() == Status.KNOWN_NOT_AFFECTED)
        .filter(l -> l.product().notAffectedReason().isPresent())
        .collect(
            Collectors.groupingBy(
                l -> l.product().notAffectedReason().orElseThrow(),
                TreeMap::new,
                Collectors.mapping(Leaf::id, Collectors.toList())));
  }
}

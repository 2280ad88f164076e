package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The registered organisations and groups, and what the names in {@code only} stand for. */
public record Register(
    SortedMap<String, Organisation> organisations, SortedMap<String, List<String>> groups) {
  private static final Map<String, String> BUILT_IN =
      Map.of("constituents", "constituent", "partners", "partner", "vendors", "vendor");

  /** The members that a name in {@code only} stands for; empty if there is no such name. */
  public Optional<SortedSet<String>> members(String name) {
    if (!name.startsWith("@")) {
      return organisations.containsKey(name)
          ? Optional.of(new TreeSet<>(Set.of(name)))
          : Optional.empty();
    }
    String group = name.substring(1);
    if (BUILT_IN.containsKey(group)) {
      return Optional.of(where(o -> o.type().equals(BUILT_IN.get(group))));
    }
    SortedSet<String> members = where(o -> o.groups().contains(group));
    List<String> listed = groups.getOrDefault(group, List.of());
    members.addAll(listed);
    return members.isEmpty() && !groups.containsKey(group)
        ? Optional.empty()
        : Optional.of(members);
  }

  /** Everything that may be named. */
  public List<String> names() {
    List<String> names = new ArrayList<>(organisations.keySet());
    names.addAll(List.of("@constituents", "@partners", "@vendors"));
    groups.keySet().forEach(g -> names.add("@" + g));
    return names;
  }

  private SortedSet<String> where(Predicate<Organisation> test) {
    return organisations.values().stream()
        .filter(test)
        .map(Organisation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

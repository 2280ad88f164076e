package org.cresset.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Finds files and folders whose names differ only by case: other disks can't hold both. */
final class CaseTwins {
  private CaseTwins() {}

  /** A problem at each file concerned, in the order of the paths. */
  static List<Problem> among(Collection<String> paths, UnaryOperator<String> shown) {
    Map<String, String> spelling = new HashMap<>();
    Map<String, String> first = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String path : paths) {
      for (int end = path.indexOf('/'); ; end = path.indexOf('/', end + 1)) {
        String part = end < 0 ? path : path.substring(0, end);
        String folded = part.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        String earlier = spelling.putIfAbsent(folded, part);
        String example = first.putIfAbsent(folded, path);
        if (earlier != null && example != null && !earlier.equals(part)) {
          problems.add(twin(shown.apply(path), shown.apply(example)));
          problems.add(twin(shown.apply(example), shown.apply(path)));
          break;
        }
        if (end < 0) {
          break;
        }
      }
    }
    return problems.stream().distinct().toList();
  }

  private static Problem twin(String path, String other) {
    return Problem.of(
            Code.SOURCE_CASE_TWIN,
            Span.file(path),
            "a name that differs only by case from " + other,
            "names that differ by more",
            "rename one: many disks can't hold both")
        .withRelated(List.of(Span.file(other)));
  }
}

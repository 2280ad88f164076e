package org.cresset.page.changes;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;

/** A row of items of one list in whose place another list has other items; either may be empty. */
record Difference(int oldFrom, int oldTo, int newFrom, int newTo) {

  /** By the algorithm of Myers; between two differences there is at least one common item. */
  static List<Difference> between(List<String> before, List<String> after) {
    List<Difference> differences = new ArrayList<>();
    List<Change> changes = new MyersDiffWithLinearSpace<String>().computeDiff(before, after, null);
    for (Change c : changes) {
      Difference next =
          new Difference(c.startOriginal, c.endOriginal, c.startRevised, c.endRevised);
      if (!differences.isEmpty() && differences.getLast().touches(next)) {
        Difference last = differences.removeLast();
        next = new Difference(last.oldFrom, next.oldTo, last.newFrom, next.newTo);
      }
      differences.add(next);
    }
    return differences;
  }

  private boolean touches(Difference next) {
    return oldTo == next.oldFrom && newTo == next.newFrom;
  }
}

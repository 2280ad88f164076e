package org.cresset.edition.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No count that is not shown can be worked out: the tests try every table that agrees with it. */
class SuppressionTest {
  private static final int LEAST = 5;

  private static CountTable table(List<List<Integer>> counts) {
    List<String> rows = IntStream.range(0, counts.size()).mapToObj(i -> "r" + i).toList();
    List<String> columns =
        IntStream.range(0, counts.getFirst().size()).mapToObj(i -> "c" + i).toList();
    return new CountTable("T", "Row", rows, columns, counts, true);
  }

  private static CountTable random(Random random, int rows, int columns) {
    List<List<Integer>> counts = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      counts.add(random.ints(columns, -2, 8).map(i -> Math.max(0, i)).boxed().toList());
    }
    return table(counts);
  }

  /** What each hidden count could be, by trying all; a hidden one is known to be at least 1. */
  private static List<Set<Integer>> possible(ShownTable shown, int rows, int columns, int total) {
    List<Set<Integer>> possible = new ArrayList<>();
    IntStream.range(0, rows * columns).forEach(i -> possible.add(new TreeSet<>()));
    solve(shown, rows, columns, total, new int[rows * columns], 0, 0, possible);
    return possible;
  }

  private static void solve(
      ShownTable shown,
      int rows,
      int columns,
      int left,
      int[] tried,
      int at,
      int rowSum,
      List<Set<Integer>> possible) {
    if (at > 0 && at % columns == 0) {
      String rowTotal = columns == 1 ? "" : shown.rows().get(at / columns - 1).get(columns + 1);
      if (!agrees(rowTotal, rowSum, columns > 1)) {
        return;
      }
      rowSum = 0;
    }
    if (at == tried.length) {
      if (left == 0 && columnsAgree(shown, rows, columns, tried)) {
        IntStream.range(0, tried.length).forEach(i -> possible.get(i).add(tried[i]));
      }
      return;
    }
    String text = shown.rows().get(at / columns).get(at % columns + 1);
    int low = text.isEmpty() ? 1 : Integer.parseInt(text);
    int high = text.isEmpty() ? left : low;
    for (int value = low; value <= Math.min(high, left); value++) {
      tried[at] = value;
      solve(shown, rows, columns, left - value, tried, at + 1, rowSum + value, possible);
    }
  }

  private static boolean columnsAgree(ShownTable shown, int rows, int columns, int[] tried) {
    for (int c = 0; c < columns; c++) {
      int sum = 0;
      for (int r = 0; r < rows; r++) {
        sum += tried[r * columns + c];
      }
      if (!agrees(shown.rows().get(rows).get(c + 1), sum, columns > 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean agrees(String shown, int sum, boolean there) {
    return !there || (shown.isEmpty() ? sum > 0 : Integer.parseInt(shown) == sum);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2x2", "2x3", "3x2", "4x1", "6x1"})
  void noHiddenCountCanBeComputed(String shape) {
    int rows = shape.charAt(0) - '0';
    int columns = shape.charAt(2) - '0';
    Random random = new Random(shape.hashCode());
    int hidden = 0;
    for (int i = 0; i < 150; i++) {
      CountTable table = random(random, rows, columns);
      ShownTable shown = Suppression.of(table, LEAST);
      if (table.total() > 24 || table.total() < LEAST) {
        continue;
      }
      List<Set<Integer>> possible = possible(shown, rows, columns, table.total());
      for (int cell = 0; cell < rows * columns; cell++) {
        String text = shown.rows().get(cell / columns).get(cell % columns + 1);
        int count = table.count(cell / columns, cell % columns);
        assertThat(possible.get(cell)).as("%s as %s", table, shown).contains(count);
        if (text.isEmpty() && isProtectable(table)) {
          hidden++;
          assertThat(possible.get(cell)).as("%s as %s", table, shown).hasSizeGreaterThan(1);
        } else if (!text.isEmpty()) {
          assertThat(count == 0 || count >= LEAST).as("%s as %s", table, shown).isTrue();
        }
      }
    }
    assertThat(hidden).isGreaterThan(50);
  }

  /** One count alone that is not zero is the total, however it is hidden. */
  private static boolean isProtectable(CountTable table) {
    return table.counts().stream().flatMap(List::stream).filter(c -> c > 0).count() > 1;
  }

  @Test
  void aSingleSmallCountTakesAnotherWithIt() {
    ShownTable shown = Suppression.of(table(List.of(List.of(20), List.of(3), List.of(9))), LEAST);
    assertThat(shown.rows().stream().map(r -> r.get(1)).toList())
        .containsExactly("20", "", "", "32");
  }

  @Test
  void twoOnesWouldBeKnownByTheirSum() {
    ShownTable shown = Suppression.of(table(List.of(List.of(20), List.of(1), List.of(1))), LEAST);
    assertThat(shown.rows().stream().map(r -> r.get(1)).toList()).containsExactly("", "", "", "22");
  }

  @Test
  void fromOneOnAllIsShown() {
    assertThat(Suppression.of(random(new Random(1), 4, 4), 1).hides()).isFalse();
  }
}

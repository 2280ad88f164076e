package org.cresset.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenlyTest {
  @Test
  void eachOnceAndNestedToo() {
    List<Integer> all = IntStream.range(0, 300).boxed().toList();
    Queue<Integer> done = new ConcurrentLinkedQueue<>();
    Evenly.each(all, outer -> Evenly.each(all, inner -> done.add(outer * 300 + inner)));
    assertThat(done).hasSize(90_000).doesNotHaveDuplicates();
    Evenly.each(Set.of(), none -> done.clear());
    assertThat(done).hasSize(90_000);
  }

  @Test
  void aFailureComesThrough() {
    IllegalStateException why = new IllegalStateException("of the seventh");
    assertThatThrownBy(() ->
            Evenly.each(
                IntStream.range(0, 50).boxed().toList(),
                n -> {
                  if (n == 7) {
                    throw why;
                  }
                }))
        .hasStackTraceContaining("of the seventh")
        .isInstanceOf(IllegalStateException.class);
  }
}

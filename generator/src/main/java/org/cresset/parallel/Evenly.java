package org.cresset.parallel;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Does something with each of many things, on all cores. They are handed out one by one: a parallel
 * stream deals them out beforehand, a quarter at a time on two cores, and then one core waits for
 * the other with the larger ones.
 */
public final class Evenly {
  private Evenly() {}

  /** In no order; returns when all is done. */
  public static <T> void each(Collection<T> all, Consumer<? super T> action) {
    List<T> list = List.copyOf(all);
    AtomicInteger next = new AtomicInteger();
    int hands = Math.min(Runtime.getRuntime().availableProcessors(), list.size());
    IntStream.range(0, hands)
        .parallel()
        .forEach(hand -> {
          for (int i = next.getAndIncrement(); i < list.size(); i = next.getAndIncrement()) {
            action.accept(list.get(i));
          }
        });
  }
}

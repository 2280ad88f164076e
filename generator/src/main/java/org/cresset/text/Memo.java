package org.cresset.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cresset.model.MarkedText;

/**
 * Remembers what was made of a text. Bounded: when the younger half is full, the older is
 * forgotten. Two threads may make the same twice, which harms nothing.
 */
final class Memo {
  private final long capacity;
  private final AtomicLong size = new AtomicLong();
  private volatile Map<MarkedText, Rendered> young = new ConcurrentHashMap<>();
  private volatile Map<MarkedText, Rendered> old = Map.of();

  /**
   * @param capacity characters of HTML that each half holds
   */
  Memo(long capacity) {
    this.capacity = capacity;
  }

  Rendered get(MarkedText text, Function<MarkedText, Rendered> make) {
    Rendered known = young.get(text);
    if (known != null) {
      return known;
    }
    Rendered older = old.get(text);
    Rendered made = older == null ? make.apply(text) : older;
    keep(text, made);
    return made;
  }

  private void keep(MarkedText text, Rendered rendered) {
    if (size.addAndGet(rendered.html().toString().length()) > capacity) {
      turn();
    }
    young.put(text, rendered);
  }

  private synchronized void turn() {
    if (size.get() > capacity) {
      old = young;
      young = new ConcurrentHashMap<>();
      size.set(0);
    }
  }
}

package org.cresset.preview;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cresset.problem.Failure;

/** The editions that somebody has looked at, each as it was after the last change. */
final class States {
  /**
   * An edition as it is served.
   *
   * @param number differs from that of any other state
   * @param trouble why the newest files could not be taken in; empty if they were
   */
  record Served(PreviewState state, long number, String trouble) {}

  private static final PreviewState EMPTY = new PreviewState(new TreeMap<>(), List.of());

  private final PreviewEditions editions;
  private final Map<String, Served> served = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();

  States(PreviewEditions editions) {
    this.editions = editions;
  }

  List<String> names() {
    return editions.names();
  }

  /** An edition, made now if nobody has asked for it before; never waits for a change. */
  Served get(String name) {
    Served there = served.get(name);
    return there != null ? there : first(name);
  }

  private synchronized Served first(String name) {
    Served there = served.get(name);
    if (there == null) {
      there = make(name, EMPTY);
      served.put(name, there);
    }
    return there;
  }

  /** Makes again what has been looked at; where that fails, what was there stays. */
  synchronized void refresh() {
    for (Map.Entry<String, Served> entry : served.entrySet()) {
      entry.setValue(make(entry.getKey(), entry.getValue().state()));
    }
  }

  private Served make(String name, PreviewState otherwise) {
    long number = numbers.incrementAndGet();
    try {
      return new Served(editions.make().apply(name), number, "");
    } catch (Failure e) {
      String help = e.help().isEmpty() ? "" : " Help: " + e.help();
      return new Served(otherwise, number, e.text() + "." + help);
    } catch (RuntimeException e) {
      // A fault of the program must not end the author's session; the page shows it.
      return new Served(otherwise, number, "a fault of Cresset: " + e);
    }
  }
}

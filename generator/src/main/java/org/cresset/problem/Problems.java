package org.cresset.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects problems, from several threads if need be. */
public final class Problems {
  private final List<Problem> all = new ArrayList<>();

  public synchronized void add(Problem problem) {
    all.add(problem);
  }

  public synchronized void addAll(Collection<Problem> problems) {
    all.addAll(problems);
  }

  /** All so far, without doubles, in the order of their places. */
  public synchronized List<Problem> sorted() {
    return all.stream().distinct().sorted().toList();
  }

  public synchronized boolean hasErrors() {
    return all.stream().anyMatch(Problem::isError);
  }
}

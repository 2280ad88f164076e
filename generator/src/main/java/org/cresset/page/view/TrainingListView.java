package org.cresset.page.view;

import java.util.List;

/** The cases that can be gone through as exercises. */
public record TrainingListView(List<Item> items) implements View {
  /** One; {@code steps} is the number of decisions. */
  public record Item(Ref document, Tag severity, String methods, int steps) {}
}

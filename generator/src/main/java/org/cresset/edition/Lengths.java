package org.cresset.edition;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What the text of a record leaves open: how many elements its lists have, and how long each text
 * is. {@code [a, b]} may be one element or two; with this beside it only one is meant.
 */
public final class Lengths {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
          }
          return components;
        }
      };

  private final StringBuilder out = new StringBuilder();

  private Lengths() {}

  /** Of a record or collection, all through. */
  public static String of(Object value) {
    Lengths lengths = new Lengths();
    lengths.add(value);
    return lengths.out.toString();
  }

  private void add(Object value) {
    switch (value) {
      case CharSequence text -> out.append(text.length()).append(' ');
      case Collection<?> all -> {
        out.append(all.size()).append('[');
        all.forEach(this::add);
      }
      case Map<?, ?> all -> {
        out.append(all.size()).append('{');
        all.forEach((k, v) -> {
          add(k);
          add(v);
        });
      }
      case Optional<?> some -> {
        out.append(some.isPresent() ? '+' : '-');
        some.ifPresent(this::add);
      }
      case Record all -> {
        for (RecordComponent component : COMPONENTS.get(all.getClass())) {
          add(component(all, component));
        }
      }
      default -> {
        // Numbers, dates and names of constants leave nothing open.
      }
    }
  }

  private static Object component(Record of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's component can't be read: " + component, e);
    }
  }
}

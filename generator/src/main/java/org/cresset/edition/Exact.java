package org.cresset.edition;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A record as text that no other record has: each value after its length, each list after its size.
 * {@code toString} gives {@code [a, b]} for one element as for two.
 */
public final class Exact {
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

  private Exact() {}

  /** Of a record or collection, all through. */
  public static String of(Object value) {
    Exact exact = new Exact();
    exact.add(value);
    return exact.out.toString();
  }

  private void add(Object value) {
    switch (value) {
      case CharSequence text -> text(text);
      case Enum<?> constant -> text(constant.name());
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
        out.append(all.getClass().getSimpleName()).append('(');
        for (RecordComponent component : COMPONENTS.get(all.getClass())) {
          add(component(all, component));
        }
      }
      case Supplier<?> later -> {
        // What it will give is told by what is beside it, as by a digest.
      }
      default -> text(value.toString());
    }
  }

  private void text(CharSequence text) {
    out.append(text.length()).append(':').append(text);
  }

  private static Object component(Record of, RecordComponent component) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's component can't be read: " + component, e);
    }
  }
}

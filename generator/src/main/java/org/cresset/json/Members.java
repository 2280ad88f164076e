package org.cresset.json;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** The members of a JSON object, sorted by name, without those that hold nothing. */
public final class Members extends TreeMap<String, Object> {
  private static final long serialVersionUID = 1;

  /** Adds a member unless its value is empty. */
  public Members with(String name, Object value) {
    Object plain = value instanceof Optional<?> o ? o.map(Object.class::cast).orElse("") : value;
    boolean empty =
        plain instanceof Collection<?> c
            ? c.isEmpty()
            : plain instanceof Members m ? m.isEmpty() : plain.toString().isBlank();
    if (!empty) {
      put(name, plain);
    }
    return this;
  }
}

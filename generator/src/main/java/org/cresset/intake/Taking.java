package org.cresset.intake;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An object of a foreign record, from which a mapper takes what it understands. What it leaves is
 * kept, so that nothing can be forgotten: a field that no mapper knows stays by itself.
 */
final class Taking {
  /** Fields by which a person knows what the rest of an object belongs to. */
  private static final Set<String> NAMES = Set.of("product_id", "cve", "url", "id");

  private final Map<String, Object> rest;
  private final String path;
  private final Fates fates;
  private final Map<Object, Map<String, Object>> names;

  private Taking(
      Map<String, Object> rest, String path, Fates fates, Map<Object, Map<String, Object>> names) {
    this.rest = rest;
    this.path = path;
    this.fates = fates;
    this.names = names;
  }

  /** Takes from the map itself, which is emptied by and by. */
  static Taking of(Map<String, Object> record, Fates fates) {
    return new Taking(record, "", fates, new IdentityHashMap<>());
  }

  /** What is there under a key, as text, without taking it. */
  Optional<String> look(String key) {
    return Optional.ofNullable(rest.get(key)).flatMap(Taking::scalar);
  }

  /** The texts of a list, or the one text, without taking them. */
  List<String> lookAll(String key) {
    return rest.get(key) instanceof List<?> list
        ? list.stream().flatMap(v -> scalar(v).stream()).toList()
        : look(key).stream().toList();
  }

  /** Takes a text, number or truth value. */
  Optional<String> text(String key) {
    return text(key, t -> true);
  }

  /** Takes a text if it will do; otherwise it is kept. */
  Optional<String> text(String key, Predicate<String> wanted) {
    Optional<String> text = look(key).filter(wanted);
    if (text.isPresent()) {
      Object taken = Objects.requireNonNull(rest.remove(key));
      if (NAMES.contains(key)) {
        names.computeIfAbsent(rest, r -> new LinkedHashMap<>()).put(key, taken);
      }
      fates.count(path + key, Fate.MAPPED, 1);
    }
    return text;
  }

  /** Takes those texts of a list that will do, or the one text. */
  List<String> texts(String key, Predicate<String> wanted) {
    if (!(rest.get(key) instanceof List<?> list)) {
      return text(key, wanted).stream().toList();
    }
    List<String> taken = new ArrayList<>();
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      Optional<String> text = scalar(i.next()).filter(wanted);
      if (text.isPresent()) {
        taken.add(text.get());
        i.remove();
      }
    }
    fates.count(path + key + "[]", Fate.MAPPED, taken.size());
    return taken;
  }

  /** The object under a key; an empty one where there is none. */
  Taking object(String key) {
    return new Taking(
        object(rest.get(key)).orElse(new LinkedHashMap<>()), path + key + ".", fates, names);
  }

  /** The objects of a list. */
  List<Taking> objects(String key) {
    if (!(rest.get(key) instanceof List<?> list)) {
      return List.of();
    }
    return list.stream()
        .flatMap(item -> object(item).stream())
        .map(o -> new Taking(o, path + key + "[].", fates, names))
        .toList();
  }

  /** Takes everything that is left under a key, as it is. */
  Optional<Object> all(String key) {
    Optional<Object> value = Optional.ofNullable(rest.remove(key));
    value.ifPresent(v -> leaves(path + key, v, Fate.MAPPED));
    return value;
  }

  /** Leaves a field out, for a reason. */
  void drop(String key, String reason) {
    Object value = rest.remove(key);
    if (value != null) {
      String name = path + key + (value instanceof List ? "[]" : "");
      fates.drop(name, size(value), reason);
    }
  }

  List<String> keys() {
    return List.copyOf(rest.keySet());
  }

  boolean has(String key) {
    return rest.containsKey(key);
  }

  /** What nobody took, without the shells of what was taken; counted as kept. */
  Map<String, Object> kept() {
    prune(rest);
    rest.forEach((key, value) -> leaves(path + key, value, Fate.KEPT));
    rest.values().forEach(this::name);
    return rest;
  }

  /** The text of a value; nothing for what is blank or has parts. */
  static Optional<String> scalar(Object value) {
    return value instanceof Map || value instanceof List || value instanceof Optional
        ? Optional.empty()
        : Optional.of(value.toString().strip()).filter(t -> !t.isEmpty());
  }

  @SuppressWarnings("unchecked") // Objects come from JsonReader, whose keys are texts.
  private static Optional<Map<String, Object>> object(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? Optional.of((Map<String, Object>) map)
        : Optional.empty();
  }

  private void leaves(String name, Object value, Fate fate) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((k, v) -> leaves(name + "." + k, v, fate));
      case List<?> list -> list.forEach(v -> leaves(name + "[]", v, fate));
      default -> fates.count(name, fate, 1);
    }
  }

  private static int size(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().mapToInt(Taking::size).sum();
      case List<?> list -> list.stream().mapToInt(Taking::size).sum();
      default -> 1;
    };
  }

  /** Gives objects of which something is left their names back. */
  private void name(Object value) {
    if (value instanceof Map<?, ?>) {
      object(value)
          .ifPresent(map -> {
            map.values().forEach(this::name);
            names.getOrDefault(value, Map.of()).forEach(map::putIfAbsent);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::name);
    }
  }

  /** Whether nothing is left of it. */
  private static boolean prune(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        map.values().removeIf(Taking::prune);
        yield map.isEmpty();
      }
      case List<?> list -> {
        list.removeIf(Taking::prune);
        yield list.isEmpty();
      }
      default -> false;
    };
  }
}

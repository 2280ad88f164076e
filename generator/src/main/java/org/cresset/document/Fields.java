package org.cresset.document;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/**
 * Reads the fields of one mapping, reports what is wrong with each, and at the end which keys are
 * unknown.
 */
final class Fields {
  private final Text text;
  private final Node.Mapping map;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(Text text, Node.Mapping map) {
    this.text = text;
    this.map = map;
  }

  Text text() {
    return text;
  }

  Span at() {
    return map.at();
  }

  /** Where the value of that key stands, or the mapping where it is missing. */
  Span at(String key) {
    Node.Entry entry = map.entries().get(key);
    return entry == null ? map.at() : entry.value().at();
  }

  boolean has(String key) {
    known.add(key);
    return map.entries().containsKey(key);
  }

  boolean says(String key) {
    known.add(key);
    return map.says(key);
  }

  /** The value of that key as it stands. */
  Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(map.entries().get(key)).map(Node.Entry::value);
  }

  Optional<String> word(String key) {
    return node(key).flatMap(n -> scalar(key, n)).map(Node.Scalar::text);
  }

  /** A text that says something: blanks between quotes do not. */
  Optional<String> said(String key) {
    return word(key).filter(s -> !s.isBlank());
  }

  /** A text of a certain form. */
  Optional<String> word(String key, Form form) {
    return node(key).flatMap(n -> scalar(key, n)).flatMap(s -> formed(key, s, form));
  }

  /** A list of texts of a certain form. */
  List<String> words(String key, Form form) {
    return items(key).stream()
        .flatMap(n -> scalar(key, n).stream())
        .flatMap(s -> formed(key, s, form).stream())
        .toList();
  }

  Optional<String> formed(String key, Node.Scalar scalar, Form form) {
    if (form.test().test(scalar.text())) {
      return Optional.of(scalar.text());
    }
    text.wrong(
        Code.VALUE_INVALID,
        scalar.at(),
        key + " is '" + scalar.text() + "'",
        form.expected(),
        form.help());
    return Optional.empty();
  }

  /** A text that is required; its absence is reported with what it is for. */
  String need(String key, String purpose) {
    boolean there = has(key);
    Optional<String> word = word(key).filter(s -> !s.isBlank());
    if (word.isEmpty() && (!there || node(key).orElseThrow() instanceof Node.Scalar)) {
      missing(key, purpose);
    }
    return word.orElse("");
  }

  void missing(String key, String purpose) {
    Node.Entry entry = map.entries().get(key);
    if (entry != null && entry.value() instanceof Node.Scalar s && s.text().isBlank()) {
      String there = "nothing written for '" + key + "'";
      text.missing(Code.KEY_MISSING, entry.key(), there, purpose, "write: " + key + ": …");
    } else {
      text.missing(Code.KEY_MISSING, map.at(), "no '" + key + "'", purpose, "add: " + key + ": …");
    }
  }

  Optional<LocalDate> date(String key) {
    return parsed(
        key,
        Values::date,
        Code.DATE_INVALID,
        "a date such as 2026-10-03",
        "write year-month-day, so that nobody can read it otherwise");
  }

  Optional<Instant> time(String key) {
    return parsed(
        key,
        Values::time,
        Code.TIME_INVALID,
        "a time with its zone such as 2026-10-03T02:14Z",
        "write date, T, time and Z or an offset such as +10:00");
  }

  Optional<Instant> timeOrDate(String key) {
    return timeOrDate(key, Values::timeOrDate);
  }

  /** The same, where a date stands for its end. */
  Optional<Instant> timeOrEnd(String key) {
    return timeOrDate(key, Values::timeOrEnd);
  }

  private Optional<Instant> timeOrDate(String key, Function<String, Optional<Instant>> reading) {
    return parsed(
        key,
        reading,
        Code.TIME_INVALID,
        "a date or a time with its zone, such as 2026-10-03T02:14Z",
        "write date, T, time and Z or an offset such as +10:00");
  }

  Optional<Integer> number(String key) {
    return parsed(
        key,
        s -> s.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(s)) : Optional.empty(),
        Code.VALUE_INVALID,
        "a whole number",
        "write digits only");
  }

  Optional<BigDecimal> decimal(String key) {
    return parsed(
        key,
        s ->
            s.matches("\\d{1,15}(\\.\\d{1,4})?")
                ? Optional.of(new BigDecimal(s))
                : Optional.empty(),
        Code.VALUE_INVALID,
        "a number such as 1200 or 1200.50",
        "write digits, without separators or currency");
  }

  boolean flag(String key, boolean otherwise) {
    return parsed(
            key,
            s ->
                s.equals("true")
                    ? Optional.of(true)
                    : s.equals("false") ? Optional.of(false) : Optional.empty(),
            Code.VALUE_INVALID,
            "true or false",
            "write true or false")
        .orElse(otherwise);
  }

  /** One of some words. */
  <T> Optional<T> choice(String key, Map<String, T> choices) {
    return word(key)
        .flatMap(word -> {
          if (!choices.containsKey(word)) {
            text.wrong(
                Code.VALUE_INVALID,
                at(key),
                key + " is '" + word + "'",
                "one of " + String.join(", ", choices.keySet()),
                Values.nearest(word, choices.keySet())
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("use one of those words"));
          }
          return Optional.ofNullable(choices.get(word));
        });
  }

  Optional<String> choice(String key, String... words) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String word : words) {
      choices.put(word, word);
    }
    return choice(key, choices);
  }

  /** A list of some words. */
  List<String> choices(String key, String... words) {
    List<String> all = List.of(words);
    Form form =
        new Form(all::contains, "one of " + String.join(", ", all), "use one of those words");
    return words(key, form);
  }

  /** A list of texts; a single text counts as a list of one. */
  List<String> words(String key) {
    return items(key).stream()
        .flatMap(n -> scalar(key, n).stream())
        .map(Node.Scalar::text)
        .toList();
  }

  /** A list of mappings. */
  <T> List<T> list(String key, Function<Fields, T> reader) {
    List<T> result = new ArrayList<>();
    for (Node item : items(key)) {
      mapping(key, item)
          .ifPresent(fields -> {
            result.add(reader.apply(fields));
            fields.finish();
          });
    }
    return List.copyOf(result);
  }

  /** A nested mapping. */
  Optional<Fields> fields(String key) {
    return node(key).flatMap(n -> mapping(key, n));
  }

  /** The items of a list, or the one value as a list. */
  List<Node> items(String key) {
    return node(key)
        .map(n ->
            switch (n) {
              case Node.Sequence s -> s.items();
              case Node.Scalar s when s.blank() -> List.<Node>of();
              default -> List.of(n);
            })
        .orElse(List.of());
  }

  Optional<Fields> mapping(String key, Node node) {
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(new Fields(text, mapping));
    }
    text.wrong(
        Code.VALUE_TYPE,
        node.at(),
        node.kind(),
        key + " to hold keys and values",
        "write {key: value}");
    return Optional.empty();
  }

  Optional<Node.Scalar> scalar(String key, Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.blank() ? Optional.empty() : Optional.of(scalar);
    }
    text.wrong(
        Code.VALUE_TYPE,
        node.at(),
        node.kind(),
        key + " to be text",
        "write the text, in quotes if need be");
    return Optional.empty();
  }

  Set<String> keys() {
    return map.entries().keySet();
  }

  /** Reports keys that no reader asked for. */
  void finish() {
    map.entries()
        .forEach((key, entry) -> {
          if (!known.contains(key)) {
            text.wrong(
                Code.KEY_UNKNOWN,
                entry.key(),
                "the unknown key '" + key + "'",
                "one of " + known.stream().sorted().collect(Collectors.joining(", ")),
                Values.nearest(key, known)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse(
                        text.path().endsWith(".yaml")
                            ? "remove it"
                            : "remove it, or put the text into the body"));
          }
        });
  }

  private <T> Optional<T> parsed(
      String key, Function<String, Optional<T>> parser, Code code, String expected, String help) {
    Optional<String> word = word(key);
    Optional<T> value = word.flatMap(s -> parser.apply(s.strip()));
    if (word.isPresent() && value.isEmpty()) {
      text.wrong(code, at(key), key + " is '" + word.get() + "'", expected, help);
    }
    return value;
  }
}

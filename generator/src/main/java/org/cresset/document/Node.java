package org.cresset.document;

import java.util.List;
import java.util.SequencedMap;
import org.cresset.problem.Span;

/**
 * A piece of YAML with its place. Every scalar is the text as written; what it means is decided by
 * the field that reads it.
 */
public sealed interface Node {
  Span at();

  /** Text; {@code blank} is a plain scalar with nothing in it, as in {@code key:}. */
  record Scalar(Span at, String text, boolean blank, boolean block) implements Node {}

  record Sequence(Span at, List<Node> items) implements Node {}

  /** Keys in the order written. */
  record Mapping(Span at, SequencedMap<String, Entry> entries) implements Node {
    /** Whether anything is written for that key: {@code key:} alone says nothing. */
    public boolean says(String key) {
      Entry entry = entries.get(key);
      return entry != null && !(entry.value() instanceof Scalar s && s.blank());
    }
  }

  /** A key's place and its value. */
  record Entry(Span key, Node value) {}

  /** What it is, for messages. */
  default String kind() {
    return switch (this) {
      case Scalar s -> s.blank() ? "nothing" : "'" + s.text() + "'";
      case Sequence s -> "a list";
      case Mapping m -> "a mapping";
    };
  }
}

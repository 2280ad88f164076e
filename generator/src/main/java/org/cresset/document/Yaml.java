package org.cresset.document;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.cresset.problem.Code;
import org.cresset.problem.Span;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 into {@link Node}s, without tags, anchors and aliases, at most 64 KiB and eight levels
 * deep. A parse error becomes a problem with a remedy that says what to quote.
 */
final class Yaml {
  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_LEVELS = 8;
  private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

  private final Text text;
  private final int firstLine;
  private final Iterator<Event> events;
  private final int levels;
  private int depth;

  private Yaml(Text text, String yaml, int firstLine, int levels) {
    this.text = text;
    this.levels = levels;
    this.firstLine = firstLine;
    this.events = new Parse(SETTINGS).parseString(yaml).iterator();
  }

  /** The mapping in these lines; empty, with a problem, where it can't be read. */
  static Optional<Node.Mapping> read(Text text, String yaml, int firstLine) {
    return read(text, yaml, firstLine, MOST_BYTES, MOST_LEVELS);
  }

  /** The same within other limits. */
  static Optional<Node.Mapping> read(Text text, String yaml, int firstLine, int most, int levels) {
    Span start = text.at(firstLine, 1);
    if (yaml.length() > most) {
      text.wrong(
          Code.YAML_TOO_LARGE,
          start,
          yaml.length() + " characters of YAML",
          "at most " + most,
          "move long text into the body");
      return Optional.empty();
    }
    try {
      return new Yaml(text, yaml, firstLine, levels).document(start);
    } catch (Refused e) {
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      YamlHints.report(text, firstLine, e);
      return Optional.empty();
    } catch (ReaderException e) {
      refused(text, yaml, firstLine, e);
      return Optional.empty();
    } catch (YamlEngineException e) {
      text.wrong(Code.YAML_INVALID, start, String.valueOf(e.getMessage()), "YAML", "write it anew");
      return Optional.empty();
    }
  }

  private static void refused(Text text, String yaml, int firstLine, ReaderException e) {
    int at = yaml.indexOf(Character.toString(e.getCodePoint()));
    String before = yaml.substring(0, Math.max(at, 0));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    text.wrong(
        Code.YAML_INVALID,
        text.at(firstLine + line, before.length() - before.lastIndexOf('\n')),
        String.format(
            Locale.ROOT, "the character <U+%04X>, which YAML does not allow", e.getCodePoint()),
        "only characters that can be seen",
        "remove it");
  }

  /** What stops the parser, if anything. */
  static Optional<MarkedYamlEngineException> fault(String yaml) {
    try {
      new Parse(SETTINGS).parseString(yaml).forEach(event -> {});
      return Optional.empty();
    } catch (MarkedYamlEngineException e) {
      return Optional.of(e);
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }

  /** Raised after its problem has been reported. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private Optional<Node.Mapping> document(Span start) {
    events.next();
    Event first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      return Optional.of(new Node.Mapping(start, new LinkedHashMap<>()));
    }
    Node node = node(events.next());
    events.next();
    if (events.next().getEventId() != Event.ID.StreamEnd) {
      text.wrong(
          Code.YAML_INVALID, start, "several YAML documents", "one", "remove the second ---");
    }
    if (node instanceof Node.Mapping mapping) {
      return Optional.of(mapping);
    }
    if (node instanceof Node.Scalar scalar && scalar.text().isBlank()) {
      return Optional.of(new Node.Mapping(start, new LinkedHashMap<>()));
    }
    text.wrong(
        Code.YAML_INVALID,
        node.at(),
        node.kind(),
        "keys and values",
        "write one 'key: value' a line");
    return Optional.empty();
  }

  private Node node(Event event) {
    Span at = place(event);
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, at);
      case SequenceStartEvent start -> {
        refuseExtras(at, start);
        yield sequence(at);
      }
      case MappingStartEvent start -> {
        refuseExtras(at, start);
        yield mapping(at);
      }
      case AliasEvent alias -> throw refuse(at, "an alias (*)", "the value itself");
      default -> throw refuse(at, "an empty place", "a value");
    };
  }

  private Node scalar(ScalarEvent event, Span at) {
    if (event.getAnchor().isPresent() || event.getTag().isPresent()) {
      throw refuse(at, event.getTag().isPresent() ? "a tag (!)" : "an anchor (&)", "plain YAML");
    }
    if (event.isFolded() && event.getValue().isEmpty()) {
      YamlHints.folded(text, at);
    }
    boolean blank = event.isPlain() && event.getValue().isEmpty();
    return new Node.Scalar(at, event.getValue(), blank, event.isLiteral() || event.isFolded());
  }

  private void refuseExtras(Span at, CollectionStartEvent event) {
    if (event.getAnchor().isPresent() || event.getTag().isPresent()) {
      throw refuse(at, event.getTag().isPresent() ? "a tag (!)" : "an anchor (&)", "plain YAML");
    }
  }

  private Node sequence(Span at) {
    enter(at);
    List<Node> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(e));
    }
    depth--;
    return new Node.Sequence(at, items);
  }

  private Node mapping(Span at) {
    enter(at);
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      if (!(node(e) instanceof Node.Scalar key)) {
        throw refuse(place(e), "a key that is not a word", "a word");
      }
      Node value = node(events.next());
      Span place =
          new Span(key.at().path(), key.at().line(), key.at().column(), key.text().length());
      Node.@Nullable Entry first = entries.putIfAbsent(key.text(), new Node.Entry(place, value));
      if (first != null) {
        text.wrong(
            Code.YAML_DUPLICATE_KEY,
            place,
            "the key '" + key.text() + "' a second time (first in line " + first.key().line() + ")",
            "each key once",
            "remove one of the two");
      }
    }
    depth--;
    return new Node.Mapping(at, entries);
  }

  private void enter(Span at) {
    if (++depth > levels) {
      text.wrong(
          Code.YAML_TOO_DEEP,
          at,
          "more than " + levels + " levels of nesting",
          "at most " + levels,
          "flatten it");
      throw new Refused();
    }
  }

  private Refused refuse(Span at, String found, String expected) {
    text.wrong(
        Code.YAML_FORBIDDEN,
        at,
        found,
        expected,
        "write the value out; quote text that begins with & * or !");
    return new Refused();
  }

  private Span place(Event event) {
    return event
        .getStartMark()
        .map(m -> text.at(firstLine + m.getLine(), m.getColumn() + 1))
        .orElse(text.at(firstLine, 1));
  }
}

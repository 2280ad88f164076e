package org.cresset.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.cresset.problem.Span;

/**
 * The YAML that front matter is mostly written in: block mappings and sequences of scalars and flow
 * collections that end in their line. It is read many times faster than by the library, to the same
 * {@link Node}s; at anything else, right or wrong, this gives up and the library decides.
 */
final class PlainYaml {
  /** What begins no plain scalar, or something rarer. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private static final int LONGEST_KEY = 100;

  private final Text text;
  private final String yaml;
  private final int firstLine;
  private int levels;

  // The current line: its number from 0, where it starts and ends, how far it is indented.
  private int line = -1;
  private int start;
  private int end = -1;
  private int indent;

  /** Behind the value read last. */
  private int at;

  private PlainYaml(Text text, String yaml, int firstLine, int levels) {
    this.text = text;
    this.yaml = yaml;
    this.firstLine = firstLine;
    this.levels = levels;
  }

  /** Something that the library has to look at. */
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Unusual HERE = new Unusual();

    private Unusual() {
      super("", null, false, false);
    }
  }

  /** The mapping in these lines; empty where the library has to read it. */
  static Optional<Node.Mapping> read(Text text, String yaml, int firstLine, int levels) {
    for (int i = 0; i < yaml.length(); i++) {
      if (!isPlain(yaml.charAt(i))) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(new PlainYaml(text, yaml, firstLine, levels).document());
    } catch (Unusual e) {
      return Optional.empty();
    }
  }

  /** Neither a control or invisible character, nor half of one, nor another line end than LF. */
  private static boolean isPlain(char c) {
    return c == '\n'
        || (c >= ' ' && c < 0x7f)
        || (c > 0xa0 && c < 0xd800 && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c < 0xfffe && c != 0xfeff);
  }

  private Node.Mapping document() {
    nextLine();
    require(indent == 0);
    Node.Mapping mapping = mapping(0, start);
    require(indent < 0);
    return mapping;
  }

  /** To the next line that holds something; at the end the indentation is negative. */
  private void nextLine() {
    do {
      line++;
      start = end + 1;
      end = yaml.indexOf('\n', start);
      end = end < 0 ? yaml.length() : end;
      indent = start < yaml.length() ? skip(start) - start : -1;
    } while (indent >= 0 && (start + indent == end || yaml.charAt(start + indent) == '#'));
  }

  private int skip(int from) {
    int i = from;
    while (i < end && yaml.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private char charAt(int i) {
    return i < end ? yaml.charAt(i) : '\n';
  }

  private static void require(boolean usual) {
    if (!usual) {
      throw Unusual.HERE;
    }
  }

  private Span place(int i) {
    return text.at(firstLine + line, i - start + 1);
  }

  /** The entries with this indentation, the first of which begins there. */
  private Node.Mapping mapping(int mine, int first) {
    require(levels-- > 0);
    Span place = place(first);
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    int key = first;
    do {
      entry(mine, key, entries);
      key = start + mine;
    } while (indent == mine);
    require(indent < mine);
    levels++;
    return new Node.Mapping(place, entries);
  }

  private void entry(int mine, int key, SequencedMap<String, Node.Entry> entries) {
    int colon = colon(key);
    int value = skip(colon + 1);
    Span empty = place(colon + 1);
    Span place = keyPlace(key, colon);
    Node node;
    if (value < end) {
      node = whole(value);
    } else {
      nextLine();
      if (indent > mine || (indent == mine && isItem())) {
        node = isItem() ? sequence(indent) : mapping(indent, start + indent);
      } else {
        node = new Node.Scalar(empty, "", true, false);
      }
    }
    put(entries, yaml.substring(key, colon), place, node);
  }

  private Span keyPlace(int key, int colon) {
    Span place = place(key);
    return new Span(place.path(), place.line(), place.column(), colon - key);
  }

  private static void put(
      SequencedMap<String, Node.Entry> entries, String key, Span place, Node value) {
    require(entries.putIfAbsent(key, new Node.Entry(place, value)) == null);
  }

  /** Where the key that begins there ends with its colon. */
  private int colon(int key) {
    int i = key;
    while (isLetter(charAt(i)) || (i > key && (charAt(i) == '-' || isDigit(charAt(i))))) {
      i++;
    }
    require(i > key && i < key + LONGEST_KEY && charAt(i) == ':');
    require(charAt(i + 1) == ' ' || i + 1 == end);
    return i;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean isKey(int i) {
    int colon = i;
    while (isLetter(charAt(colon)) || isDigit(charAt(colon)) || charAt(colon) == '-') {
      colon++;
    }
    return charAt(colon) == ':' && (charAt(colon + 1) == ' ' || colon + 1 == end);
  }

  private boolean isItem() {
    return charAt(start + indent) == '-'
        && (charAt(start + indent + 1) == ' ' || start + indent + 1 == end);
  }

  private Node sequence(int mine) {
    require(levels-- > 0);
    Span place = place(start + mine);
    List<Node> items = new ArrayList<>();
    while (indent == mine && isItem()) {
      int item = skip(start + mine + 1);
      items.add(isKey(item) ? mapping(item - start, item) : whole(item));
    }
    require(indent <= mine);
    levels++;
    return new Node.Sequence(place, items);
  }

  /** A value that ends with the line. */
  private Node whole(int from) {
    Node value = value(from, false);
    require(skip(at) == end);
    nextLine();
    return value;
  }

  private Node value(int from, boolean flow) {
    return switch (charAt(from)) {
      case '"', '\'' -> quoted(from);
      case '[' -> flowSequence(from);
      case '{' -> flowMapping(from);
      default -> plain(from, flow);
    };
  }

  private Node quoted(int from) {
    char quote = yaml.charAt(from);
    int close = from + 1;
    while (charAt(close) != quote) {
      require(close < end && charAt(close) != '\\');
      close++;
    }
    at = close + 1;
    require(charAt(at) != quote);
    return new Node.Scalar(place(from), yaml.substring(from + 1, close), false, false);
  }

  private Node plain(int from, boolean flow) {
    require(from < end && INDICATORS.indexOf(charAt(from)) < 0);
    int last = from;
    int i = from;
    for (; i < end; i++) {
      char c = yaml.charAt(i);
      if (flow && (c == ',' || c == ']' || c == '}')) {
        break;
      }
      require(c != ':' || !endsKey(i + 1, flow));
      require(c != '#' || i == last + 1);
      require(!flow || (c != '[' && c != '{'));
      last = c == ' ' ? last : i;
    }
    at = i;
    return new Node.Scalar(place(from), yaml.substring(from, last + 1), false, false);
  }

  private boolean endsKey(int behind, boolean flow) {
    char c = charAt(behind);
    return behind == end || c == ' ' || (flow && ",[]{}".indexOf(c) >= 0);
  }

  private Node flowSequence(int from) {
    require(levels-- > 0);
    Span place = place(from);
    List<Node> items = new ArrayList<>();
    int i = skip(from + 1);
    while (charAt(i) != ']') {
      items.add(value(i, true));
      i = next(']');
    }
    at = i + 1;
    levels++;
    return new Node.Sequence(place, items);
  }

  private Node flowMapping(int from) {
    require(levels-- > 0);
    Span place = place(from);
    SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
    int i = skip(from + 1);
    while (charAt(i) != '}') {
      int colon = colon(i);
      put(entries, yaml.substring(i, colon), keyPlace(i, colon), value(skip(colon + 1), true));
      i = next('}');
    }
    at = i + 1;
    levels++;
    return new Node.Mapping(place, entries);
  }

  /** Behind a comma, or at the bracket that closes. */
  private int next(char close) {
    int i = skip(at);
    if (charAt(i) == close) {
      return i;
    }
    require(charAt(i) == ',');
    int behind = skip(i + 1);
    require(charAt(behind) != close);
    return behind;
  }
}

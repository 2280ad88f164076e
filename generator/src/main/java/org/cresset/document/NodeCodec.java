package org.cresset.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.cresset.problem.Span;

/**
 * Mappings as bytes, for {@link Fronts}: numbers of seven bits a byte, texts in UTF-8 after their
 * length, keys by their number in a list that all have in common. Reading is safe for several
 * threads.
 */
final class NodeCodec {
  private static final int SCALAR = 0;
  private static final int BLANK = 1;
  private static final int BLOCK = 2;
  private static final int SEQUENCE = 4;
  private static final int MAPPING = 5;

  private final List<String> keys;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * @param keys that are known
   */
  NodeCodec(List<String> keys) {
    this.keys = new ArrayList<>(keys);
    for (int i = 0; i < keys.size(); i++) {
      numbers.putIfAbsent(keys.get(i), i);
    }
  }

  /** One that knows the keys that were written. */
  static NodeCodec read(ByteBuffer in) {
    List<String> keys = new ArrayList<>();
    for (int left = number(in); left > 0; left--) {
      keys.add(text(in));
    }
    return new NodeCodec(keys);
  }

  /** Writes the keys. */
  void write(Out out) {
    out.number(keys.size());
    keys.forEach(out::text);
  }

  /** A mapping as it was in that file. */
  Node.Mapping mapping(ByteBuffer in, Text text) {
    return node(in, text) instanceof Node.Mapping mapping
        ? mapping
        : new Node.Mapping(text.at(1, 1), new LinkedHashMap<>());
  }

  private Node node(ByteBuffer in, Text text) {
    int type = in.get();
    Span at = text.at(number(in), number(in));
    return switch (type) {
      case SEQUENCE -> {
        int left = number(in);
        List<Node> items = new ArrayList<>(left);
        for (; left > 0; left--) {
          items.add(node(in, text));
        }
        yield new Node.Sequence(at, items);
      }
      case MAPPING -> {
        SequencedMap<String, Node.Entry> entries = new LinkedHashMap<>();
        for (int left = number(in); left > 0; left--) {
          String key = keys.get(number(in));
          Span place = new Span(text.path(), number(in), number(in), key.length());
          entries.put(key, new Node.Entry(place, node(in, text)));
        }
        yield new Node.Mapping(at, entries);
      }
      default -> new Node.Scalar(at, text(in), (type & BLANK) != 0, (type & BLOCK) != 0);
    };
  }

  /** A mapping's bytes; empty where a text is none, with half of a character in it. */
  Optional<ByteBuffer> bytes(Node.Mapping mapping) {
    if (!whole(mapping)) {
      return Optional.empty();
    }
    Out out = new Out();
    node(mapping, out);
    return Optional.of(out.take());
  }

  private static boolean whole(Node node) {
    return switch (node) {
      case Node.Scalar s -> whole(s.text());
      case Node.Sequence s -> s.items().stream().allMatch(NodeCodec::whole);
      case Node.Mapping m ->
          m.entries().entrySet().stream()
              .allMatch(e -> whole(e.getKey()) && whole(e.getValue().value()));
    };
  }

  private void node(Node node, Out out) {
    switch (node) {
      case Node.Scalar s -> {
        out.place(SCALAR + (s.blank() ? BLANK : 0) + (s.block() ? BLOCK : 0), s.at());
        out.text(s.text());
      }
      case Node.Sequence s -> {
        out.place(SEQUENCE, s.at()).number(s.items().size());
        for (Node item : s.items()) {
          node(item, out);
        }
      }
      case Node.Mapping m -> {
        out.place(MAPPING, m.at()).number(m.entries().size());
        for (Map.Entry<String, Node.Entry> entry : m.entries().entrySet()) {
          Node.Entry e = entry.getValue();
          out.number(number(entry.getKey())).number(e.key().line()).number(e.key().column());
          node(e.value(), out);
        }
      }
    }
  }

  private static boolean whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }

  private int number(String key) {
    Integer known = numbers.putIfAbsent(key, keys.size());
    if (known == null) {
      keys.add(key);
      return keys.size() - 1;
    }
    return known;
  }

  private static int number(ByteBuffer in) {
    int value = 0;
    for (int shift = 0; ; shift += 7) {
      int b = in.get();
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private static String text(ByteBuffer in) {
    int length = number(in);
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    String text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  /** Bytes after their length, where they lie. */
  static ByteBuffer part(ByteBuffer in) {
    int length = number(in);
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = in.slice(in.position(), length);
    in.position(in.position() + length);
    return part;
  }

  /** A copy of bytes after their length. */
  static byte[] bytes(ByteBuffer in) {
    ByteBuffer part = part(in);
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    return bytes;
  }

  /** Bytes that grow. */
  static final class Out {
    private ByteBuffer out = ByteBuffer.allocate(1 << 10);

    Out fixed(long value) {
      room(Long.BYTES).putLong(value);
      return this;
    }

    Out number(int value) {
      int rest = value;
      for (; rest > 0x7f; rest >>>= 7) {
        room(1).put((byte) (rest | 0x80));
      }
      room(1).put((byte) rest);
      return this;
    }

    Out place(int type, Span at) {
      room(1).put((byte) type);
      return number(at.line()).number(at.column());
    }

    Out text(String text) {
      return bytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    Out bytes(ByteBuffer bytes) {
      number(bytes.remaining());
      room(bytes.remaining()).put(bytes);
      return this;
    }

    private ByteBuffer room(int more) {
      if (out.remaining() < more) {
        out = ByteBuffer.allocate(2 * (out.position() + more)).put(out.flip());
      }
      return out;
    }

    ByteBuffer take() {
      return out.flip();
    }
  }
}

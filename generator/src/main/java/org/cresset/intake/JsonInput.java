package org.cresset.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.json.BadJson;
import org.cresset.json.JsonReader;

/** Records of a JSON file, or of JSON Lines, where a bad line costs only itself. */
final class JsonInput {
  private static final int LONGEST_LINE = 4 << 20;

  private final String name;
  private final Input to;

  private JsonInput(String name, Input to) {
    this.name = name;
    this.to = to;
  }

  static void read(Path file, String name, Input to) {
    JsonInput input = new JsonInput(name, to);
    try {
      if (isLines(file)) {
        input.lines(file);
      } else {
        try (Reader reader = Encoded.open(file)) {
          input.value(name, reader);
        }
      }
    } catch (UncheckedIOException e) {
      to.refused(name, Encoded.reason(e));
    } catch (IOException e) {
      to.refused(name, Encoded.reason(e));
    }
  }

  /** By its name, or because its first line is an object by itself and more follows. */
  private static boolean isLines(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return true;
    }
    try (BufferedReader reader = new BufferedReader(Encoded.open(file))) {
      Optional<String> first = line(reader);
      if (first.isEmpty() || !first.get().startsWith("{") || !first.get().endsWith("}")) {
        return false;
      }
      boolean whole = JsonReader.read(new StringReader(first.get())) instanceof Map;
      return whole && line(reader).filter(l -> l.startsWith("{")).isPresent();
    } catch (BadJson e) {
      return false;
    }
  }

  private void lines(Path file) throws IOException {
    try (BufferedReader reader = new BufferedReader(Encoded.open(file))) {
      int number = 0;
      for (Optional<String> line = line(reader); line.isPresent(); line = line(reader)) {
        String place = name + ":" + ++number;
        if (line.get().length() > LONGEST_LINE) {
          to.refused(place, "a line of more than " + LONGEST_LINE + " characters");
        } else if (!line.get().isBlank()) {
          value(place, new StringReader(line.get()));
        }
      }
    }
  }

  /** The next line; of one that is too long only the beginning. */
  private static Optional<String> line(BufferedReader reader) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() <= LONGEST_LINE) {
        line.append((char) c);
      }
    }
    return Optional.of(line.toString().strip());
  }

  private void value(String place, Reader reader) {
    try {
      Object value = JsonReader.read(reader);
      if (value instanceof List<?> list) {
        for (int i = 0; i < list.size(); i++) {
          record(place + "#" + (i + 1), list.get(i));
        }
      } else {
        record(place, value);
      }
    } catch (BadJson e) {
      to.refused(
          place,
          (e.line() > 0 ? "line " + e.line() + ", column " + e.column() + ": " : "") + e.found());
    }
  }

  @SuppressWarnings("unchecked") // JsonReader's objects have texts for keys.
  private void record(String place, Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      to.refused(place, "no object");
    } else if (map.get("record") instanceof Map<?, ?> inner && map.get("file") instanceof String) {
      to.record(place, (Map<String, Object>) inner);
    } else {
      to.record(place, (Map<String, Object>) map);
    }
  }
}

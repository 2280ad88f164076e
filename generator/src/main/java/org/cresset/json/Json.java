package org.cresset.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JSON text of maps, lists, strings, numbers and booleans, keys in the order of the map. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Indented by two, lines ending with LF, and a last LF. */
  public static String pretty(Object value) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return text(
            value,
            new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter))
        + "\n";
  }

  /** On one line. */
  public static String compact(Object value) {
    return text(value, null);
  }

  private static String text(Object value, @Nullable DefaultPrettyPrinter printer) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      if (printer != null) {
        generator.setPrettyPrinter(printer);
      }
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      // As most are: the switch looks at one type after the other.
      out.writeString(text);
      return;
    }
    switch (value) {
      case null -> out.writeNull();
      case Optional<?> o -> write(out, o.orElse(null));
      case Map<?, ?> map -> {
        out.writeStartObject();
        for (Map.Entry<?, ?> e : map.entrySet()) {
          out.writeFieldName(e.getKey().toString());
          write(out, e.getValue());
        }
        out.writeEndObject();
      }
      case Iterable<?> items -> {
        out.writeStartArray();
        for (Object item : items) {
          write(out, item);
        }
        out.writeEndArray();
      }
      case Boolean b -> out.writeBoolean(b);
      case Integer i -> out.writeNumber(i);
      case Long l -> out.writeNumber(l);
      case Float f -> out.writeNumber(f);
      case Double d -> out.writeNumber(d);
      case JsonNumber n -> out.writeNumber(n.digits());
      default -> out.writeString(value.toString());
    }
  }
}

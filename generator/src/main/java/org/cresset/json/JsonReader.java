package org.cresset.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON text (RFC 8259) strictly: no key twice, nothing after it, no lone surrogate, and
 * within limits, so that hostile input costs bounded memory. Objects become maps in the order of
 * their keys, arrays lists, {@code null} an empty {@link Optional}; numbers keep their digits.
 */
public final class JsonReader {
  /** Most characters of a text. */
  public static final int CHARACTERS = 32 << 20;

  /** Most objects, arrays, keys and values of a text. */
  public static final int VALUES = 500_000;

  /** Deepest nesting. */
  public static final int DEPTH = 64;

  private static final int TEXT = 4 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(CHARACTERS)
                  .maxStringLength(TEXT)
                  .maxNestingDepth(DEPTH)
                  .maxNumberLength(200)
                  .maxNameLength(2_000)
                  .build())
          .build();

  private final JsonParser in;
  private int values;

  private JsonReader(JsonParser in) {
    this.in = in;
  }

  /**
   * The one value of a text.
   *
   * @throws BadJson for anything else
   * @throws UncheckedIOException from the reader
   */
  public static Object read(Reader text) throws BadJson {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return new JsonReader(parser).all();
    } catch (StreamConstraintsException e) {
      throw bad("larger or deeper than is taken: " + e.getOriginalMessage(), e.getLocation());
    } catch (StreamReadException e) {
      throw bad(firstLine(e.getOriginalMessage()), e.getLocation());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object all() throws IOException, BadJson {
    JsonToken first = in.nextToken();
    if (first == null) {
      throw new BadJson("nothing", 1, 1);
    }
    Object value = value(first);
    if (in.nextToken() != null) {
      throw bad("more text after the end of the value", in.currentTokenLocation());
    }
    return value;
  }

  private Object value(JsonToken token) throws IOException, BadJson {
    if (++values > VALUES) {
      throw bad("more than " + VALUES + " values", in.currentTokenLocation());
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> text(in.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Optional.empty();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(in.getText());
      default -> throw bad("'" + in.getText() + "'", in.currentTokenLocation());
    };
  }

  private Map<String, Object> object() throws IOException, BadJson {
    Map<String, Object> map = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = text(in.currentName());
      map.put(key, value(in.nextToken()));
    }
    return map;
  }

  private List<Object> array() throws IOException, BadJson {
    List<Object> list = new ArrayList<>(4);
    for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
      list.add(value(t));
    }
    return list;
  }

  private String text(String text) throws BadJson {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 'x')) {
          throw bad("half of a surrogate pair, which is no character", in.currentTokenLocation());
        }
        i++;
      }
    }
    return text;
  }

  private static String firstLine(String text) {
    return text.startsWith("Unexpected end-of-input")
        ? "the text ends too early; it may be cut short"
        : text.lines().findFirst().orElse("no JSON");
  }

  private static BadJson bad(String found, JsonLocation at) {
    return at == null
        ? new BadJson(found, 0, 0)
        : new BadJson(found, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
  }
}

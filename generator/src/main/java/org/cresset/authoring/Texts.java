package org.cresset.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that travel inside the program, with places to fill in. */
final class Texts {
  private static final Pattern PLACE = Pattern.compile("@([A-Z_]+)@");

  private Texts() {}

  /** The resource with each {@code @NAME@} replaced; what is filled in is not looked at again. */
  static String filled(String name, Map<String, String> values) {
    return PLACE
        .matcher(text(name))
        .replaceAll(m -> {
          String value = values.get(m.group(1));
          if (value == null) {
            throw new IllegalArgumentException(name + " has an unknown place " + m.group());
          }
          return Matcher.quoteReplacement(value);
        });
  }

  static String text(String name) {
    try (InputStream in = Texts.class.getResourceAsStream("/authoring/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

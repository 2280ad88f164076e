package org.cresset.scap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The weaknesses of the Common Weakness Enumeration and their exact names. */
public final class Cwe {
  private static final Map<String, String> NAMES = read();

  private Cwe() {}

  /**
   * The name of a weakness; empty where CWE has none of that id, or it is a category.
   *
   * @param id such as {@code CWE-79}
   */
  public static Optional<String> name(String id) {
    return Optional.ofNullable(NAMES.get(id));
  }

  private static Map<String, String> read() {
    try (InputStream in = Cwe.class.getResourceAsStream("cwe.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> "CWE-" + line.substring(0, line.indexOf(' ')),
                  line -> line.substring(line.indexOf(' ') + 1),
                  (a, b) -> a));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

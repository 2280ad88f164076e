package org.cresset.document;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.problem.Code;

/** Reads {@code signing} of {@code cresset.yaml}. */
final class SigningReader {
  private SigningReader() {}

  static Configuration.Signing read(Fields f) {
    Optional<String> backend = f.choice("backend", "file", "gpg");
    Optional<String> key = fingerprint(f, "key");
    Optional<String> next = fingerprint(f, "next");
    SortedMap<String, Instant> retired = new TreeMap<>();
    f.fields("retired")
        .ifPresent(map -> {
          for (String id : map.keys()) {
            Optional<Instant> until = map.timeOrEnd(id);
            formed(map, id, id).ifPresent(fpr -> until.ifPresent(t -> retired.put(fpr, t)));
          }
        });
    f.finish();
    return new Configuration.Signing(key, backend.equals(Optional.of("gpg")), next, retired);
  }

  private static Optional<String> fingerprint(Fields f, String key) {
    return f.word(key).flatMap(value -> formed(f, key, value));
  }

  private static Optional<String> formed(Fields f, String key, String value) {
    String plain = value.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
    if (plain.matches("[0-9A-F]{40}")) {
      return Optional.of(plain);
    }
    f.text()
        .wrong(
            Code.VALUE_INVALID,
            f.at(key),
            "'" + value + "' is not a fingerprint",
            "the 40 hexadecimal digits of a primary key",
            "cresset keys list shows them; put them in quotes");
    return Optional.empty();
  }
}

package org.cresset.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cresset.model.Exploitation;
import org.cresset.model.Knowledge;
import org.cresset.model.MarkedText;
import org.cresset.model.Severity;

/** The words that several readers of front matter choose from. */
final class Vocabulary {
  static final Map<String, Severity> SEVERITY = tokens(Severity.values(), Severity::token);
  static final Map<String, Exploitation> EXPLOITATION =
      tokens(Exploitation.values(), Exploitation::token);
  static final Map<String, Knowledge> KNOWLEDGE = tokens(Knowledge.values(), Knowledge::token);
  static final String[] BASIS = {"observation", "assumption", "hearsay", "hypothesis"};
  static final List<String> OBSERVABLE =
      List.of(
          "ipv4", "ipv6", "network", "domain", "url", "email", "hash", "file", "cve", "tool",
          "other");
  static final List<String> OUTCOME = List.of("successful", "unsuccessful", "unknown");
  static final String[] ENTRY_KIND = {
    "detection", "contact", "action", "handover", "finding", "other"
  };

  private Vocabulary() {}

  private static <T> Map<String, T> tokens(T[] values, Function<T, String> token) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T value : values) {
      map.put(token.apply(value), value);
    }
    return Collections.unmodifiableMap(map);
  }

  /** Markdown in front matter; line ends are LF already. */
  static MarkedText markdown(Optional<String> text) {
    return text.map(t -> MarkedText.of(t.stripTrailing())).orElse(MarkedText.EMPTY);
  }
}

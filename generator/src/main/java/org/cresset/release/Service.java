package org.cresset.release;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.json.BadJson;
import org.cresset.json.JsonReader;
import org.cresset.seal.Verdict;

/**
 * Until when retired keys served, by the key list of a tree. The list counts only where the tree's
 * manifest vouches for it; a tree without one, or with one that can't be read, retires nothing.
 *
 * @param ends by the fingerprint of the primary key
 */
record Service(SortedMap<String, Instant> ends) {
  static final String LIST = "keys/index.json";

  static final Service UNKNOWN = new Service(new TreeMap<>());

  static Service of(TreeKeys.Reader tree) {
    try {
      String text = new String(tree.read(LIST), StandardCharsets.UTF_8);
      SortedMap<String, Instant> ends = new TreeMap<>();
      if (JsonReader.read(new StringReader(text)) instanceof Map<?, ?> all
          && all.get("keys") instanceof List<?> keys) {
        for (Object key : keys) {
          if (key instanceof Map<?, ?> one && "retired".equals(one.get("standing"))) {
            take(one, ends);
          }
        }
      }
      return new Service(ends);
    } catch (IOException | BadJson | DateTimeException e) {
      return UNKNOWN;
    }
  }

  private static void take(Map<?, ?> key, SortedMap<String, Instant> into) {
    if (key.get("fingerprint") instanceof String fingerprint
        && key.get("until") instanceof String until) {
      into.put(fingerprint, Instant.parse(until));
    }
  }

  /** Whether a key served when a signature says that it was made. */
  boolean served(String fingerprint, Instant made) {
    return ended(fingerprint, made).isEmpty();
  }

  private Optional<Instant> ended(String fingerprint, Instant made) {
    return Optional.ofNullable(ends.get(fingerprint)).filter(made::isAfter);
  }

  /** A verdict in the light of this: what a key signed after it was retired is not good. */
  Verdict judge(Verdict verdict) {
    if (!verdict.good()) {
      return verdict;
    }
    return verdict
        .fingerprint()
        .flatMap(f -> ended(f, verdict.made().orElseThrow()))
        .map(verdict::afterService)
        .orElse(verdict);
  }
}

package org.cresset.release;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.json.BadJson;
import org.cresset.json.Json;
import org.cresset.json.JsonReader;
import org.cresset.seal.SigningKey;

/**
 * What is to be signed where the key is, besides the files: the terms of a release.
 *
 * @param signer fingerprint of the primary key
 * @param sign paths that get a detached signature
 * @param clearsign texts that become cleartext-signed messages, by path
 */
public record Request(
    String site,
    String edition,
    Instant asOf,
    Duration validFor,
    Instant newest,
    String signer,
    Optional<String> nextSigner,
    Optional<String> commit,
    Optional<String> readers,
    List<String> sign,
    SortedMap<String, String> clearsign) {
  static final String NAME = "request.json";

  static Request of(
      String edition, Terms terms, List<String> sign, SortedMap<String, String> clearsign) {
    return new Request(
        terms.site(),
        edition,
        terms.asOf(),
        terms.validFor(),
        terms.newest(),
        terms.key().fingerprint(),
        terms.nextSigner(),
        terms.commit(),
        terms.readers(),
        sign,
        clearsign);
  }

  Terms terms(SigningKey key) {
    return Terms.of(site, asOf, validFor, newest, key).noting(commit, readers);
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("cresset_request", "1");
    all.put("site", site);
    all.put("edition", edition);
    all.put("as_of", asOf.toString());
    all.put("valid_for", validFor.toString());
    all.put("newest", newest.toString());
    all.put("signer", signer);
    all.put("next_signer", nextSigner.orElse(""));
    all.put("commit", commit.orElse(""));
    all.put("readers", readers.orElse(""));
    all.put("sign", sign);
    all.put("clearsign", clearsign);
    return Json.pretty(all);
  }

  /**
   * @throws IllegalArgumentException if it is none
   */
  static Request parse(String json) {
    try {
      if (!(JsonReader.read(new StringReader(json)) instanceof Map<?, ?> map)
          || !"1".equals(map.get("cresset_request"))) {
        throw new IllegalArgumentException("not a request of version 1");
      }
      List<String> sign = new ArrayList<>();
      if (map.get("sign") instanceof List<?> paths) {
        paths.forEach(p -> sign.add(String.valueOf(p)));
      }
      SortedMap<String, String> clearsign = new TreeMap<>();
      if (map.get("clearsign") instanceof Map<?, ?> texts) {
        texts.forEach((p, t) -> clearsign.put(String.valueOf(p), String.valueOf(t)));
      }
      return new Request(
          text(map, "site"),
          text(map, "edition"),
          Instant.parse(text(map, "as_of")),
          Duration.parse(text(map, "valid_for")),
          Instant.parse(text(map, "newest")),
          text(map, "signer"),
          Optional.of(text(map, "next_signer")).filter(t -> !t.isEmpty()),
          Optional.of(text(map, "commit")).filter(t -> !t.isEmpty()),
          Optional.of(text(map, "readers")).filter(t -> !t.isEmpty()),
          sign,
          clearsign);
    } catch (BadJson | DateTimeException e) {
      throw new IllegalArgumentException("not a request: " + e.getMessage(), e);
    }
  }

  private static String text(Map<?, ?> map, String key) {
    if (map.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("a request without " + key);
  }
}

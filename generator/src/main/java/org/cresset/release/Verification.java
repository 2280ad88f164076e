package org.cresset.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.seal.Verdict;

/**
 * What was found out about a release.
 *
 * @param manifest there once its signature was found good
 * @param signature of the manifest, where there is one
 * @param manifestHash SHA-256 of the manifest's bytes, where that is there
 * @param findings what is wrong, and remarks; in the order in which they were found
 */
public record Verification(
    Optional<Manifest> manifest,
    Optional<String> manifestHash,
    Optional<Verdict> signature,
    List<Finding> findings) {

  /** The result in one word. */
  public enum Outcome {
    GENUINE,
    STALE,
    NOT_GENUINE,
  }

  public Verification {
    findings = List.copyOf(findings);
  }

  public Outcome outcome() {
    if (manifest.isEmpty() || findings.stream().anyMatch(Finding::fatal)) {
      return Outcome.NOT_GENUINE;
    }
    return findings.stream().anyMatch(f -> f.kind() == Finding.Kind.STALE)
        ? Outcome.STALE
        : Outcome.GENUINE;
  }

  /** For {@code --json}. */
  public Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("outcome", word(outcome()));
    manifest.ifPresent(m -> {
      all.put("site", m.site());
      all.put("edition", m.edition());
      all.put("release", m.release());
      all.put("date", m.date().toString());
      all.put("valid_until", m.validUntil().toString());
      all.put("files", m.files().size());
    });
    signature.ifPresent(s -> {
      all.put("signature", word(s.outcome()));
      s.fingerprint().ifPresent(f -> all.put("signer", f));
      s.made().ifPresent(t -> all.put("signed", t.toString()));
    });
    all.put("findings", findings.stream().map(Verification::json).toList());
    return all;
  }

  private static Map<String, Object> json(Finding finding) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("kind", word(finding.kind()));
    if (!finding.path().isEmpty()) {
      one.put("path", finding.path());
    }
    one.put("message", finding.message());
    return one;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

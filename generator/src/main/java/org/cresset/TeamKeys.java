package org.cresset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Configuration;
import org.cresset.document.Library;
import org.cresset.edition.Signer;
import org.cresset.edition.TeamKey;
import org.cresset.edition.TeamKey.Standing;
import org.cresset.edition.WebKey;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.SigningKey;
import org.cresset.seal.WebKeyDirectory;
import org.cresset.source.SourceFile;

/**
 * The key that signs, those that did, and the one announced: from {@code keys/team/} of the
 * content, and from what a release published before.
 */
final class TeamKeys {
  private static final String FOLDER = "keys/team/";

  private final Configuration configuration;
  private final SigningKey key;
  private final SortedMap<String, Certificate> others;

  private TeamKeys(
      Configuration configuration, SigningKey key, SortedMap<String, Certificate> others) {
    this.configuration = configuration;
    this.key = key;
    this.others = others;
  }

  /**
   * Reads the public keys of the content.
   *
   * @throws Failure of kind KEY if one can't be read, the one that should sign is revoked there, or
   *     the announced one is missing
   */
  static TeamKeys read(Library library, SigningKey key) {
    SortedMap<String, Certificate> others = new TreeMap<>();
    for (SourceFile file : library.source().files().subMap(FOLDER, "keys/team0").values()) {
      if (file.path().endsWith(".asc")) {
        Certificate certificate = parse(file);
        others.put(certificate.fingerprint(), certificate);
      }
    }
    Certificate own = others.remove(key.fingerprint());
    if (own != null && own.revoked()) {
      throw new Failure(
          Failure.Kind.KEY,
          "the key " + key.fingerprint() + " is revoked in " + FOLDER + " and signs no more",
          "name its successor in cresset.yaml: signing: {key: FINGERPRINT}");
    }
    TeamKeys keys = new TeamKeys(library.configuration(), key, others);
    keys.next()
        .filter(n -> !others.containsKey(n))
        .ifPresent(n -> {
          throw new Failure(
              Failure.Kind.KEY,
              "the key " + n + ", which signing.next announces, is not in content/" + FOLDER,
              "cresset keys export " + n + " > content/" + FOLDER + n + ".asc");
        });
    return keys;
  }

  private static Certificate parse(SourceFile file) {
    try {
      return Certificate.parse(file.content());
    } catch (Failure e) {
      throw new Failure(e.kind(), file.shown() + ": " + e.text(), e.help(), e);
    }
  }

  /** The same with the keys that a release published, but for demonstration. */
  TeamKeys and(List<Certificate> published) {
    SortedMap<String, Certificate> all = new TreeMap<>(others);
    published.stream()
        .filter(c -> !c.demonstration() && !c.fingerprint().equals(key.fingerprint()))
        .forEach(c -> all.putIfAbsent(c.fingerprint(), c));
    return new TeamKeys(configuration, key, all);
  }

  /** The announced key, unless it signs already. */
  Optional<String> next() {
    return configuration.signing().next().filter(n -> !n.equals(key.fingerprint()));
  }

  /** Keys of earlier releases whose signatures stay. */
  List<Certificate> retired() {
    return others.values().stream()
        .filter(c -> !c.compromised() && !next().equals(Optional.of(c.fingerprint())))
        .toList();
  }

  /** The key that signs, and those of earlier releases. */
  List<Certificate> all() {
    List<Certificate> all = new ArrayList<>(List.of(key.certificate()));
    all.addAll(retired());
    return all;
  }

  /** As readers get to know them. */
  Signer signer() {
    Certificate own = key.certificate();
    String email = configuration.team().email();
    Optional<WebKey> directory =
        key.demonstration()
            ? Optional.empty()
            : WebKeyDirectory.key(own, email)
                .map(k ->
                    new WebKey(
                        email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT),
                        WebKeyDirectory.name(email),
                        Base64.getEncoder().encodeToString(k)));
    return new Signer(
        own.fingerprint(), own.userId(), key.demonstration(), own.armoured(), history(), directory);
  }

  /** The newest first. */
  private List<TeamKey> history() {
    List<Certificate> all = new ArrayList<>(others.values());
    all.add(key.certificate());
    all.sort(
        Comparator.comparing((Certificate c) -> until(c).orElse(Instant.MAX))
            .thenComparing(c -> standing(c) == Standing.ANNOUNCED)
            .thenComparing(Certificate::created)
            .thenComparing(Certificate::fingerprint));
    List<TeamKey> history = new ArrayList<>();
    Optional<Instant> handover = Optional.empty();
    for (Certificate c : all) {
      Instant from = handover.filter(h -> h.isAfter(c.created())).orElse(c.created());
      history.addFirst(key(c, from));
      handover =
          configuration.signing().retired().containsKey(c.fingerprint())
              ? until(c).map(t -> t.truncatedTo(ChronoUnit.DAYS))
              : handover;
    }
    return history;
  }

  private TeamKey key(Certificate c, Instant from) {
    return new TeamKey(
        c.fingerprint(),
        c.userId(),
        standing(c),
        standing(c) == Standing.ANNOUNCED ? Optional.empty() : Optional.of(from),
        until(c),
        c.services().stream()
            .map(s -> new TeamKey.Part(s.fingerprint(), s.from(), s.revoked().or(s::until)))
            .toList(),
        c.armoured());
  }

  private Standing standing(Certificate c) {
    if (c.fingerprint().equals(key.fingerprint())) {
      return Standing.SIGNS;
    }
    if (c.compromised()) {
      return Standing.REVOKED;
    }
    return next().equals(Optional.of(c.fingerprint())) ? Standing.ANNOUNCED : Standing.RETIRED;
  }

  private Optional<Instant> until(Certificate c) {
    Map<String, Instant> retired = configuration.signing().retired();
    return switch (standing(c)) {
      case SIGNS, ANNOUNCED -> Optional.empty();
      case RETIRED, REVOKED ->
          Optional.ofNullable(retired.get(c.fingerprint())).or(c::revokedAt).or(c::expires);
    };
  }
}

package org.cresset.check;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Audiences;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.marking.Audience;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.seal.Certificate;
import org.cresset.source.SourceFile;

/**
 * The keys of contacts: each one that the register names is there and can be used. Who gets a
 * sealed edition needs that; for others a key that is missing does no harm yet.
 */
final class RegisterKeyRules {
  private static final String FOLDER = "keys/contacts/";
  private static final Duration AHEAD = Duration.ofDays(30);

  private final Findings findings;
  private final Library library;
  private final RegisterPlaces places;
  private final Instant asOf;
  private final SortedMap<String, Certificate> keys = new TreeMap<>();

  RegisterKeyRules(Findings findings, Library library, Instant asOf) {
    this.findings = findings;
    this.library = library;
    this.places = new RegisterPlaces(library);
    this.asOf = asOf;
  }

  void check() {
    for (SourceFile file :
        library.source().files().subMap(FOLDER, FOLDER + Character.MAX_VALUE).values()) {
      if (file.path().endsWith(".asc")) {
        read(file);
      }
    }
    for (Organisation o : library.register().organisations().values()) {
      for (Organisation.Person person : o.contacts()) {
        person.openpgp().ifPresent(key -> check(o, key));
      }
    }
  }

  private void read(SourceFile file) {
    try {
      Certificate key = Certificate.parse(file.content());
      keys.put(key.fingerprint(), key);
    } catch (Failure e) {
      add(
          Problem.of(
              Code.REGISTER_KEY,
              Span.file(file.shown()),
              "a file that is not one public key",
              "one armoured OpenPGP public key",
              "export it: gpg --armor --export FINGERPRINT > " + file.shown()));
    }
  }

  private void check(Organisation o, String fingerprint) {
    Span at = places.of(o, fingerprint);
    Certificate key = keys.get(fingerprint.replace(" ", "").toUpperCase(Locale.ROOT));
    if (key == null) {
      if (isSealedTo(o)) {
        add(
            Problem.of(
                Code.REGISTER_KEY,
                at,
                "the key " + fingerprint + ", which is not there",
                "its file in " + FOLDER,
                "add it: gpg --armor --export " + fingerprint.replace(" ", "")));
      }
      return;
    }
    try {
      Instant until = key.encryptsUntil(asOf);
      if (until.isBefore(asOf.plus(AHEAD))) {
        add(
            Problem.of(
                Code.REGISTER_KEY_EXPIRES,
                at,
                "a key that expires on " + until.atOffset(ZoneOffset.UTC).toLocalDate(),
                "one that holds for " + AHEAD.toDays() + " days",
                "ask its owner for the key with a later date"));
      }
    } catch (Failure e) {
      add(
          Problem.of(
              Code.REGISTER_KEY,
              at,
              "a key that is of no use: " + e.text(),
              "one to which something can be encrypted",
              "ask its owner for a newer one"));
    }
  }

  private boolean isSealedTo(Organisation o) {
    return Audiences.of(library.configuration(), library.register()).stream()
        .filter(Audience::sealed)
        .anyMatch(a -> a.readers() instanceof Audience.Member m && m.id().equals(o.id()));
  }

  private void add(Problem problem) {
    findings.add(problem, Optional.empty());
  }
}

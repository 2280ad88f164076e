package org.cresset.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
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
  private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY");
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
    for (SourceFile file : library.source().files().subMap("keys/", "keys0").values()) {
      if (isSecret(file)) {
        secret(file);
      } else if (file.path().startsWith("keys/team/") && file.path().endsWith(".asc")) {
        parsed(file);
      }
    }
    for (SourceFile file :
        library.source().files().subMap(FOLDER, FOLDER + Character.MAX_VALUE).values()) {
      if (file.path().endsWith(".asc") && !isSecret(file)) {
        parsed(file).ifPresent(key -> keys.put(key.fingerprint(), key));
      }
    }
    for (Organisation o : library.register().organisations().values()) {
      for (Organisation.Person person : o.contacts()) {
        person.openpgp().ifPresent(key -> check(o, key));
      }
    }
  }

  private static boolean isSecret(SourceFile file) {
    String text = new String(file.content(), StandardCharsets.ISO_8859_1);
    return SECRET.matcher(text).find();
  }

  private void secret(SourceFile file) {
    add(
        Problem.of(
            Code.REGISTER_KEY,
            Span.file(file.shown()),
            "a secret key",
            "public keys alone",
            "remove the file; once it was committed or sent, revoke the key and make another"));
  }

  private Optional<Certificate> parsed(SourceFile file) {
    try {
      return Optional.of(Certificate.parse(file.content()));
    } catch (Failure e) {
      add(
          Problem.of(
              Code.REGISTER_KEY,
              Span.file(file.shown()),
              "a file that is not one public key",
              "one armoured OpenPGP public key",
              "export it: gpg --armor --export FINGERPRINT > " + file.shown()));
      return Optional.empty();
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

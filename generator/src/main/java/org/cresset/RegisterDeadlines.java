package org.cresset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.model.Deadline;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.source.SourceFile;

/** By when entries of the register are to be verified again, and until when contacts' keys hold. */
final class RegisterDeadlines {
  private static final String KEYS = "keys/contacts/";

  private final Library library;
  private final Instant asOf;
  private final SortedMap<String, Certificate> keys = new TreeMap<>();

  private RegisterDeadlines(Library library, Instant asOf) {
    this.library = library;
    this.asOf = asOf;
    library
        .source()
        .files()
        .subMap(KEYS, KEYS + Character.MAX_VALUE)
        .values()
        .forEach(f -> read(f).ifPresent(key -> keys.put(key.fingerprint(), key)));
  }

  static List<Deadline> of(Library library, Instant asOf) {
    RegisterDeadlines register = new RegisterDeadlines(library, asOf);
    List<Deadline> all = new ArrayList<>();
    for (Organisation o : library.register().organisations().values()) {
      o.verifiedOn()
          .map(on -> on.plus(library.configuration().registerReview()))
          .map(by -> by.atStartOfDay(ZoneOffset.UTC).toInstant())
          .ifPresent(
              by -> all.add(new Deadline("register entry of " + o.id() + " to be verified", by)));
      o.contacts().stream()
          .flatMap(person -> person.openpgp().stream())
          .map(key -> key.replace(" ", "").toUpperCase(Locale.ROOT))
          .distinct()
          .flatMap(key -> Optional.ofNullable(register.keys.get(key)).stream())
          .forEach(key -> register.end(key).ifPresent(by -> all.add(expires(o, key, by))));
    }
    return all;
  }

  private static Deadline expires(Organisation o, Certificate key, Instant by) {
    String fingerprint = key.fingerprint();
    String last = fingerprint.substring(fingerprint.length() - 8);
    return new Deadline("key …" + last + " of a contact of " + o.id() + " expires", by);
  }

  /** What is no key is found by the checks. */
  private static Optional<Certificate> read(SourceFile file) {
    try {
      return Optional.of(Certificate.parse(file.content()));
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> end(Certificate key) {
    return until(key, asOf)
        .or(() -> until(key, key.created().plusSeconds(1)))
        .filter(t -> t.isBefore(Instant.MAX));
  }

  private static Optional<Instant> until(Certificate key, Instant at) {
    try {
      return Optional.of(key.encryptsUntil(at));
    } catch (Failure e) {
      return Optional.empty();
    }
  }
}

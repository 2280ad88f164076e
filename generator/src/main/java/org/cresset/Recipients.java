package org.cresset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.source.SourceFile;

/** Whose keys something is encrypted to, besides the team's own. */
final class Recipients {
  private static final String FOLDER = "keys/contacts/";

  private final Library library;
  private final Map<String, Certificate> keys = new TreeMap<>();

  Recipients(Library library) {
    this.library = library;
    for (SourceFile file : library.source().files().subMap(FOLDER, FOLDER + "\uffff").values()) {
      if (file.path().endsWith(".asc")) {
        certificate(file).ifPresent(c -> keys.put(c.fingerprint(), c));
      }
    }
  }

  private static Optional<Certificate> certificate(SourceFile file) {
    try {
      return Optional.of(Certificate.parse(file.content()));
    } catch (Failure e) {
      // The check of the register says so; here it is a key that is not there.
      return Optional.empty();
    }
  }

  /**
   * The readers of an edition.
   *
   * @throws Failure of kind KEY if a member has no registered key, or one is missing
   */
  List<Certificate> of(Audience audience) {
    return switch (audience.readers()) {
      case Audience.Team() -> List.of();
      case Audience.Member(String id, boolean plain) -> member(id);
      case Audience.Anyone() ->
          throw new Failure(
              Failure.Kind.CONTENT,
              "the edition " + audience.id() + " is for anyone, and can't be sealed",
              "take sealed: true from it in cresset.yaml");
    };
  }

  /**
   * The registered contacts of one organisation that have keys.
   *
   * @throws Failure of kind KEY if there is none, or a key is missing
   */
  List<Certificate> member(String id) {
    List<Certificate> all = new ArrayList<>();
    if (library.register().organisations().get(id) instanceof Organisation o) {
      o.contacts().stream()
          .flatMap(c -> c.openpgp().stream())
          .map(f -> f.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT))
          .map(f -> registered(id, f))
          .forEach(all::add);
    }
    if (all.isEmpty()) {
      throw new Failure(
          Failure.Kind.KEY,
          "no contact of " + id + " has a registered key",
          "add openpgp: FINGERPRINT to a contact in constituents/"
              + id
              + ".yaml, and the key to keys/contacts/");
    }
    return all;
  }

  private Certificate registered(String id, String fingerprint) {
    return Optional.ofNullable(keys.get(fingerprint))
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.KEY,
                "the key " + fingerprint + " of " + id + " is not in keys/contacts/",
                "gpg --armor --export " + fingerprint + " > content/keys/contacts/" + id + ".asc"));
  }
}

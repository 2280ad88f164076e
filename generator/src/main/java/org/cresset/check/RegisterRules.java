package org.cresset.check;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Audiences;
import org.cresset.document.Configuration;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.marking.Audience;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/**
 * The register and the editions: names that can't be mistaken, and complete entries where editions
 * need them.
 */
final class RegisterRules {
  private static final Set<String> TAKEN = Set.of("public", "team", "sealed");

  private static final Set<String> BUILT_IN = Set.of("constituents", "partners", "vendors");

  private final Findings findings;
  private final Library library;

  RegisterRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

  void check() {
    Set<String> editions = new HashSet<>();
    for (Configuration.EditionOptions e : library.configuration().editions()) {
      editions.add(e.id());
      if (!Audiences.isKnown(e.readers(), library.register())) {
        wrong(
            Code.VALUE_INVALID,
            e.at(),
            "the edition '" + e.id() + "' for '" + e.readers() + "'",
            "as readers anyone, team, each constituent, each partner, each vendor, or a register id",
            "correct it in cresset.yaml");
      }
    }
    groups();
    Set<String> served = new HashSet<>();
    for (Audience audience : Audiences.of(library.configuration(), library.register())) {
      if (audience.readers() instanceof Audience.Member member) {
        served.add(member.id());
        plain(audience, member);
      }
    }
    for (Organisation o : library.register().organisations().values()) {
      if (TAKEN.contains(o.id())
          || editions.contains(o.id())
          || !o.id().matches("[a-z0-9][a-z0-9._-]{0,63}(?<!\\.(git|zip))")) {
        wrong(
            Code.REGISTER_NAME_TAKEN,
            Span.file(o.shown()),
            "an organisation named '" + o.id() + "'",
            "small letters and digits, and no name of an edition, nor public, team or sealed",
            "rename the file");
      }
      if (served.contains(o.id())) {
        complete(o);
      }
    }
  }

  private void plain(Audience audience, Audience.Member member) {
    Organisation o = Objects.requireNonNull(library.register().organisations().get(member.id()));
    need(
        o,
        audience.sealed() || member.plainAgreed(),
        "no agreement to plain delivery",
        "sealed: true for its edition, or delivery: {form: plain} with who agreed and when");
  }

  private void groups() {
    Span at =
        Span.file(Objects.requireNonNull(library.source().files().get("cresset.yaml")).shown());
    library
        .configuration()
        .groups()
        .forEach((group, members) -> {
          if (BUILT_IN.contains(group)) {
            wrong(
                Code.REGISTER_NAME_TAKEN,
                at,
                "a group named '" + group + "'",
                "another name: @" + group + " is always there",
                "rename the group");
          }
          for (String member : members) {
            if (!library.register().organisations().containsKey(member)) {
              wrong(
                  Code.AUDIENCE_UNKNOWN,
                  at,
                  "'" + member + "' in the group '" + group + "'",
                  "an id of the register",
                  member.startsWith("@")
                      ? "name its members: a group holds no other"
                      : "add constituents/" + member + ".yaml, or correct the name");
            }
          }
        });
  }

  private void complete(Organisation o) {
    need(o, o.contacts().size() >= 2, count(o.contacts().size()), "at least two");
    need(o, o.verifiedOn().isPresent(), "no 'verified_on'", "when the entry was verified");
    need(
        o,
        o.delivery().plain() || o.contacts().stream().anyMatch(c -> c.openpgp().isPresent()),
        "no contact with an OpenPGP key",
        "openpgp: the fingerprint of a key under keys/contacts/");
  }

  private static String count(int contacts) {
    return contacts == 0 ? "no contact" : contacts == 1 ? "one contact" : contacts + " contacts";
  }

  private void need(Organisation o, boolean there, String found, String expected) {
    if (!there) {
      wrong(
          Code.REGISTER_INCOMPLETE,
          o.at(),
          found + " for '" + o.id() + "', who has an edition",
          expected,
          "complete the entry, or take the edition out of cresset.yaml");
    }
  }

  private void wrong(Code code, Span at, String found, String expected, String help) {
    findings.add(Problem.of(code, at, found, expected, help), Optional.empty());
  }
}

package org.cresset.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cresset.model.Action;
import org.cresset.model.Contact;
import org.cresset.model.Cost;
import org.cresset.model.Evidence;
import org.cresset.model.Permission;
import org.cresset.model.Postmortem;
import org.cresset.problem.Code;

/** Reads the lists of a report's dossier: evidence, costs, actions, contacts, permissions. */
final class DossierReader {
  private DossierReader() {}

  static Evidence evidence(Fields f) {
    Optional<String> sha256 = f.word("sha256");
    if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
      f.text()
          .wrong(
              Code.VALUE_INVALID,
              f.at("sha256"),
              "sha256 is '" + sha256.get() + "'",
              "64 hexadecimal digits in lower case",
              "copy it from: sha256sum FILE");
    }
    return new Evidence(
        f.need("item", "what was kept"),
        sha256,
        f.time("collected_at"),
        f.word("collected_by"),
        f.word("held_at"),
        f.list("custody", DossierReader::custody));
  }

  private static Evidence.Custody custody(Fields f) {
    if (!f.has("at")) {
      f.missing("at", "when it changed hands");
    }
    return new Evidence.Custody(
        f.timeOrDate("at").orElse(Instant.EPOCH),
        f.need("from", "who gave it"),
        f.need("to", "who took it"));
  }

  static Cost cost(Fields f) {
    if (f.says("amount") && !f.says("currency")) {
      f.missing("currency", "in which money, by ISO 4217");
    }
    return new Cost(
        f.choice("part", "staff", "restoration", "software", "data", "hardware", "other")
            .orElse("other"),
        f.decimal("amount"),
        f.word("currency", Form.CURRENCY),
        f.decimal("hours"),
        f.word("note"));
  }

  static Action action(Fields f) {
    Optional<LocalDate> by = f.date("by");
    if (by.isEmpty() && !f.says("by")) {
      f.missing("by", "by when");
    }
    return new Action(
        f.need("who", "who delivers it"),
        f.need("delivers", "the operational result"),
        f.said("to"),
        f.said("form"),
        by,
        f.said("done"));
  }

  static Contact contact(Fields f) {
    return new Contact(
        f.need("name", "whom to ask for"),
        f.word("role"),
        f.word("organization"),
        f.word("phone"),
        f.word("fax"),
        f.word("email"));
  }

  static Permission permission(Fields f) {
    if (!f.says("on")) {
      f.missing("on", "when it was allowed");
    }
    return new Permission(
        f.need("constituent", "whose information it is"),
        String.join(", ", f.words("what")),
        String.join(", ", f.words("to")),
        f.need("granted_by", "who allowed it"),
        f.date("on").orElse(LocalDate.EPOCH),
        f.date("until"));
  }

  static Postmortem postmortem(Fields f) {
    if (!f.says("held_on")) {
      f.missing("held_on", "when it was held");
    }
    Postmortem postmortem =
        new Postmortem(
            f.date("held_on").orElse(LocalDate.EPOCH), f.word("moderator"), f.words("present"));
    f.finish();
    return postmortem;
  }
}

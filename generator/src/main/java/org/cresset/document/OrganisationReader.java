package org.cresset.document;

import java.util.List;
import java.util.Optional;
import org.cresset.model.Software;

/** Reads {@code constituents/<id>.yaml}. */
final class OrganisationReader {
  private OrganisationReader() {}

  static Optional<Organisation> read(Text text, String id, String content) {
    return Yaml.read(text, content, 1).map(map -> read(new Fields(text, map), id));
  }

  private static Organisation read(Fields f, String id) {
    String type = f.choice("type", "constituent", "partner", "vendor").orElse("constituent");
    Organisation organisation =
        new Organisation(
            id,
            f.text().path(),
            f.need("name", "the organisation's name"),
            f.words("also"),
            type,
            f.flag("trusted", false),
            f.words("groups"),
            f.word("nominated_by"),
            f.date("verified_on"),
            f.list("contacts", OrganisationReader::person),
            f.words("domains", Form.DOMAIN),
            f.words("address_ranges", Form.NETWORK),
            f.words("shares_with"),
            f.words("hardware"),
            f.list("software", OrganisationReader::software),
            delivery(f),
            disclosure(f, type.equals("vendor")),
            f.at());
    f.finish();
    return organisation;
  }

  private static Organisation.Person person(Fields f) {
    return new Organisation.Person(
        f.need("name", "whom to ask for"),
        f.word("role"),
        f.word("phone"),
        f.word("email", Form.EMAIL),
        f.word("openpgp", Form.FINGERPRINT),
        f.word("after_hours"));
  }

  private static Software software(Fields f) {
    return new Software(
        f.word("vendor"),
        f.need("product_name", "the product"),
        f.word("version"),
        f.word("purl", Form.PURL),
        f.word("cpe", Form.CPE));
  }

  private static Organisation.Delivery delivery(Fields f) {
    return f.fields("delivery")
        .map(d -> {
          var delivery =
              new Organisation.Delivery(
                  d.choice("form", "sealed", "plain").orElse("sealed").equals("plain"),
                  d.said("agreed_by"),
                  d.date("agreed_on"));
          plain(d, delivery);
          d.finish();
          return delivery;
        })
        .orElse(new Organisation.Delivery(false, Optional.empty(), Optional.empty()));
  }

  /** Leaving the sealed form is a deliberate act of somebody, on a day. */
  private static void plain(Fields f, Organisation.Delivery delivery) {
    if (delivery.plain() && f.said("agreed_by").isEmpty()) {
      f.missing("agreed_by", "who agreed that it goes out unsealed");
    }
    if (delivery.plain() && !f.says("agreed_on")) {
      f.missing("agreed_on", "when it was agreed");
    }
  }

  /** The maker of software is known by it, unless the register says that it is not to be named. */
  private static Organisation.Disclosure disclosure(Fields f, boolean maker) {
    return f.fields("disclosure")
        .map(d -> {
          var disclosure =
              new Organisation.Disclosure(
                  d.flag("name", maker),
                  d.flag("hosts", maker),
                  d.flag("contacts", false),
                  d.choices("to", "law_enforcement", "partners"),
                  !d.has("to"));
          d.finish();
          return disclosure;
        })
        .orElse(new Organisation.Disclosure(maker, maker, false, List.of(), true));
  }
}

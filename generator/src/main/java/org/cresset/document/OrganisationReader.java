package org.cresset.document;

import java.util.List;
import java.util.Optional;

/** Reads {@code constituents/<id>.yaml}. */
final class OrganisationReader {
  private OrganisationReader() {}

  static Optional<Organisation> read(Text text, String id, String content) {
    return Yaml.read(text, content, 1).map(map -> read(new Fields(text, map), id));
  }

  private static Organisation read(Fields f, String id) {
    Organisation organisation =
        new Organisation(
            id,
            f.text().path(),
            f.need("name", "the organisation's name"),
            f.choice("type", "constituent", "partner", "vendor").orElse("constituent"),
            f.flag("trusted", false),
            f.words("groups"),
            f.word("nominated_by"),
            f.date("verified_on"),
            f.list("contacts", OrganisationReader::person),
            f.words("domains"),
            f.words("address_ranges"),
            f.words("hardware"),
            f.list("software", OrganisationReader::software),
            delivery(f),
            disclosure(f),
            f.at());
    f.finish();
    return organisation;
  }

  private static Organisation.Person person(Fields f) {
    return new Organisation.Person(
        f.need("name", "whom to ask for"),
        f.word("role"),
        f.word("phone"),
        f.word("email"),
        f.word("openpgp"),
        f.word("after_hours"));
  }

  private static Organisation.Software software(Fields f) {
    return new Organisation.Software(
        f.word("vendor"),
        f.need("product_name", "the product"),
        f.word("version"),
        f.word("purl"),
        f.word("cpe"));
  }

  private static Organisation.Delivery delivery(Fields f) {
    return f.fields("delivery")
        .map(d -> {
          var delivery =
              new Organisation.Delivery(
                  d.choice("form", "sealed", "plain").orElse("sealed").equals("plain"),
                  d.word("agreed_by"),
                  d.date("agreed_on"));
          d.finish();
          return delivery;
        })
        .orElse(new Organisation.Delivery(false, Optional.empty(), Optional.empty()));
  }

  private static Organisation.Disclosure disclosure(Fields f) {
    return f.fields("disclosure")
        .map(d -> {
          var disclosure =
              new Organisation.Disclosure(
                  d.flag("name", false),
                  d.flag("hosts", false),
                  d.flag("contacts", false),
                  d.words("to"));
          d.finish();
          return disclosure;
        })
        .orElse(new Organisation.Disclosure(false, false, false, List.of()));
  }
}

package org.cresset.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cresset.model.Acknowledgment;
import org.cresset.model.Coordination;
import org.cresset.model.Details;
import org.cresset.model.Product;
import org.cresset.model.Reference;
import org.cresset.model.Severity;
import org.cresset.model.Solution;
import org.cresset.model.Vulnerability;
import org.cresset.model.Withdrawal;
import org.cresset.problem.Code;
import org.cresset.scap.Cvss;

/** Reads what only advisories have. */
final class AdvisoryReader {
  private static final String[] CATEGORIES = {
    "csaf_security_advisory",
    "csaf_vex",
    "csaf_informational_advisory",
    "csaf_base",
    "csaf_security_incident_response"
  };

  private AdvisoryReader() {}

  static Details.Advisory read(Fields f, List<Reference> references) {
    String action = f.need("action", "what the reader should do, in one sentence");
    Optional<String> category = f.choice("category", CATEGORIES);
    List<Product> products = f.list("products", AdvisoryReader::product);
    List<Vulnerability> vulnerabilities = vulnerabilities(f);
    return new Details.Advisory(
        action,
        category.orElse(category(products, vulnerabilities, references)),
        f.choice("severity", Vocabulary.SEVERITY).or(() -> worst(vulnerabilities)),
        f.said("severity_reason"),
        f.choice("exploitation", Vocabulary.EXPLOITATION),
        f.choice("knowledge", Vocabulary.KNOWLEDGE),
        f.time("next_update"),
        products,
        vulnerabilities,
        f.list("solutions", AdvisoryReader::solution),
        f.words("supersedes"),
        f.fields("withdrawn").map(AdvisoryReader::withdrawal),
        f.list("acknowledgments", AdvisoryReader::acknowledgment),
        f.list("coordination", AdvisoryReader::coordination));
  }

  private static String category(
      List<Product> products, List<Vulnerability> vulnerabilities, List<Reference> references) {
    if (!products.isEmpty() || !vulnerabilities.isEmpty()) {
      return "csaf_security_advisory";
    }
    boolean external = references.stream().anyMatch(r -> r.category().equals("external"));
    return external ? "csaf_informational_advisory" : "csaf_base";
  }

  /** What the newest vector of the worst flaw says. */
  private static Optional<Severity> worst(List<Vulnerability> vulnerabilities) {
    return vulnerabilities.stream()
        .flatMap(v -> Cvss.all(v.cvss()).stream().limit(1))
        .map(Cvss::rating)
        .max(Comparator.naturalOrder());
  }

  private static Product product(Fields f) {
    return new Product(
        f.word("product_id"),
        f.word("vendor"),
        f.need("product_name", "the product's name"),
        f.words("affected"),
        f.words("fixed"),
        f.words("not_affected"),
        f.word("not_affected_reason"),
        f.words("under_investigation"),
        f.words("platforms"),
        f.word("purl", Form.PURL),
        f.word("cpe", Form.CPE));
  }

  private static List<Vulnerability> vulnerabilities(Fields f) {
    List<Vulnerability> result = new ArrayList<>();
    for (Node item : f.items("vulnerabilities")) {
      if (item instanceof Node.Scalar cve) {
        result.add(vulnerability(f, cve));
      } else {
        f.mapping("vulnerabilities", item)
            .ifPresent(v -> {
              result.add(vulnerability(v));
              v.finish();
            });
      }
    }
    return List.copyOf(result);
  }

  private static Vulnerability vulnerability(Fields f, Node.Scalar cve) {
    return new Vulnerability(
        f.formed("vulnerabilities", cve, Form.CVE),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Vulnerability vulnerability(Fields f) {
    return new Vulnerability(
        f.word("cve", Form.CVE),
        f.words("ids"),
        f.word("title"),
        f.word("cwe", Form.CWE),
        f.words("cvss", Form.CVSS),
        f.word("access_required"),
        f.word("access_gained"),
        f.words("products"));
  }

  private static Solution solution(Fields f) {
    Optional<String> category =
        f.choice(
            "category",
            "vendor_fix",
            "workaround",
            "mitigation",
            "none_available",
            "no_fix_planned");
    Optional<String> details = f.word("details");
    String said = details.isPresent() ? "details" : "";
    for (String shortForm : List.of("vendor_fix", "workaround", "mitigation")) {
      if (f.has(shortForm)) {
        if (said.isEmpty() && category.isPresent() && !category.get().equals(shortForm)) {
          said = "category: " + category.get();
        }
        if (!said.isEmpty()) {
          f.text()
              .wrong(
                  Code.VALUE_INVALID,
                  f.at(shortForm),
                  "'" + shortForm + "' beside '" + said + "' in one solution",
                  "one of the two",
                  "write each solution as an item of its own, with its impact");
        }
        said = shortForm;
        category = Optional.of(shortForm);
        details = f.word(shortForm);
      }
    }
    if (category.isEmpty() && !f.says("category")) {
      f.missing("category", "how the solution works, or the short form {workaround: text}");
    }
    return new Solution(
        category.orElse("mitigation"),
        Vocabulary.markdown(details),
        Vocabulary.markdown(f.word("impact")),
        f.choice("tested", "us", "vendor", "untested"),
        f.words("products"),
        f.word("url", Form.URL));
  }

  private static Withdrawal withdrawal(Fields f) {
    Optional<Instant> date = f.timeOrDate("date");
    if (date.isEmpty() && !f.says("date")) {
      f.missing("date", "when it was withdrawn");
    }
    Withdrawal withdrawal =
        new Withdrawal(date.orElse(Instant.EPOCH), f.need("reason", "why it was withdrawn"));
    f.finish();
    return withdrawal;
  }

  private static Acknowledgment acknowledgment(Fields f) {
    if (f.keys().isEmpty()) {
      f.missing("names", "who is thanked");
    }
    return new Acknowledgment(
        f.words("names"), f.word("organization"), f.word("summary"), f.words("urls", Form.URL));
  }

  private static Coordination coordination(Fields f) {
    return new Coordination(
        f.need("vendor", "which vendor"),
        f.date("notified"),
        f.word("status"),
        f.word("statement"));
  }
}

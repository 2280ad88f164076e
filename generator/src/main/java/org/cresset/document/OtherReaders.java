package org.cresset.document;

import java.util.Optional;
import org.cresset.model.Details;
import org.cresset.model.Measure;

/** Reads what only notices, policies, terms and pages have. */
final class OtherReaders {
  private OtherReaders() {}

  static Details.Notice notice(Fields f) {
    if (!f.says("type")) {
      f.missing("type", "what kind of notice it is");
    }
    Optional<String> of = f.word("of");
    if (of.isEmpty()) {
      f.missing("of", "the id of the report that it is about");
    }
    return new Details.Notice(
        f.choice("type", "update", "extract", "brief", "press", "law_enforcement", "management")
            .orElse("update"),
        of,
        f.said("approved_by"),
        f.said("legal_basis"));
  }

  static Details.Policy policy(Fields f) {
    return new Details.Policy(
        f.choice("type", "policy", "procedure").orElse("policy"),
        f.said("approved_by"),
        f.date("approved_on"),
        f.date("effective_from"),
        f.words("implements"),
        f.words("supersedes"),
        f.flag("announce", false),
        f.list("measures", OtherReaders::measure));
  }

  private static Measure measure(Fields f) {
    return new Measure(
        f.need("what", "what is measured"),
        f.word("target"),
        f.date("measured_on"),
        f.word("value"));
  }

  static Details.Term term(Fields f) {
    return new Details.Term(f.word("abbreviation"), f.words("also"), f.words("see"));
  }

  static Details.Page page(Fields f) {
    return new Details.Page(
        f.choice(
            "type", "about", "service", "exercise", "review", "education", "announcement", "faq"),
        f.word("summary"),
        f.number("order"));
  }
}

package org.cresset.check;

import java.util.List;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Resolver;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.problem.Code;

/** What front matter refers to by id is there. */
final class ReferenceRules {
  private final Findings findings;
  private final Resolver resolver;

  ReferenceRules(Findings findings, Library library) {
    this.findings = findings;
    this.resolver = new Resolver(library);
  }

  void check(Document d) {
    switch (d.details()) {
      case Details.Advisory a -> names(d, "supersedes", a.supersedes(), Kind.ADVISORY);
      case Details.Report r -> {
        names(d, "advisories", r.advisories(), Kind.ADVISORY);
        names(d, "related", r.related(), Kind.REPORT);
        names(d, "part_of", r.partOf().stream().toList(), Kind.REPORT);
      }
      case Details.Notice n -> names(d, "of", n.of().stream().toList(), Kind.REPORT);
      case Details.Policy p -> {
        names(d, "implements", p.implementsPolicies(), Kind.POLICY);
        names(d, "supersedes", p.supersedes(), Kind.POLICY);
      }
      case Details.Term t -> names(d, "see", t.see(), Kind.TERM);
      case Details.Page p -> {}
    }
  }

  /**
   * A reference that some readers may not follow is left out for them, without a word; so for all
   * but the team one that leads nowhere is, or its being reported would tell the two apart.
   */
  private void names(Document d, String key, List<String> names, Kind kind) {
    for (String name : names) {
      if (resolver.named(name, Set.of(kind)) instanceof Resolver.Nothing) {
        findings.forTheTeam(
            d,
            Code.REFERENCE_DANGLING,
            d.at(key + (names.size() == 1 ? "" : "[" + names.indexOf(name) + "]")),
            key + " names '" + name + "', which does not exist",
            "an id under " + kind.folder() + "/",
            "correct or remove it");
      }
    }
  }
}

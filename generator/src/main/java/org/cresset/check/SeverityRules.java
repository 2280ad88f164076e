package org.cresset.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cresset.document.Document;
import org.cresset.model.Details;
import org.cresset.model.Severity;
import org.cresset.problem.Code;
import org.cresset.scap.Cvss;

/** The severity of an advisory beside its CVSS vectors. */
final class SeverityRules {
  private static final Comparator<Cvss> BY_SCORE = Comparator.comparingDouble(Cvss::baseScore);

  private final Findings findings;

  SeverityRules(Findings findings) {
    this.findings = findings;
  }

  /** The severity is that of the vectors of one version, or the reader is told why not. */
  void check(Document d, Details.Advisory a) {
    Set<Severity> said = EnumSet.noneOf(Severity.class);
    List<Cvss> worst = new ArrayList<>();
    a.vulnerabilities().stream()
        .flatMap(v -> Cvss.all(v.cvss()).stream())
        .collect(Collectors.groupingBy(Cvss::version, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(same -> worst.add(Collections.max(same, BY_SCORE)));
    worst.forEach(c -> {
      said.add(c.rating());
      // Version 2 has no word for it.
      said.add(Severity.ofScore(c.baseScore()));
    });
    if (!d.front().says("severity")
        || worst.isEmpty()
        || a.severity().filter(s -> !said.contains(s)).isEmpty()
        || a.severityReason().isPresent()) {
      return;
    }
    Cvss newest = worst.getLast();
    findings.missing(
        d,
        Code.ADVISORY_SEVERITY,
        d.at("severity"),
        a.severity().orElseThrow().token()
            + ", though CVSS "
            + newest.version()
            + " gives "
            + newest.baseScore()
            + ", "
            + newest.rating().token(),
        "the two to agree, or the reason why not",
        "correct one of them, or add: severity_reason: \"…\"");
  }
}

package org.cresset.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.document.Places;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.Contact;
import org.cresset.model.Details;
import org.cresset.model.Hypothesis;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** How a report speaks: suppositions are marked as such, and nobody is blamed (K4, K8). */
final class ToneRules {
  private static final Pattern HEDGE =
      Pattern.compile(
          "\\b(probably|presumably|perhaps|maybe|supposedly|apparently|likely|possibly"
              + "|(?:might|may|must|could) have|we (?:think|believe|assume|guess|suspect))\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BLAME =
      Pattern.compile(
          "\\b(?:(?:Mr|Mrs|Ms|Dr|Prof)\\.? \\p{Lu}\\p{L}+|is to blame|was to blame|fault of"
              + "|careless(?:ly|ness)?|negligen(?:t|tly|ce)|incompeten(?:t|ce)|stupid(?:ly|ity)?)\\b");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|`[^`]*`");
  private static final Pattern PERSON = Pattern.compile("(\\p{Lu}[\\p{L}.'-]+ ?){2,4}");
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?i).*\\b(desk|officer?|team|duty|security|service|help|administrat\\w*|manager|operations"
              + "|cent(re|er)|contact|hotline|csirt|cert|noc|soc|support|network|systems?|head|director"
              + "|unit|group|department|university|hospital|council|bank|ltd|inc)\\b.*");
  private static final Set<String> SECTIONS =
      Set.of(
          "how staff and management performed",
          "what was needed sooner",
          "what hindered recovery",
          "what to do differently",
          "underlying causes");

  private static final String EXPECTED = "roles and circumstances, for nobody is blamed";
  private static final String HELP =
      "write what the role knew and could do then, such as: the night shift had no list of hosts";

  private final Findings findings;
  private final Set<String> registered;

  ToneRules(Findings findings, Library library) {
    this.findings = findings;
    this.registered =
        persons(
            library.register().organisations().values().stream()
                .flatMap(o -> o.contacts().stream())
                .map(Organisation.Person::name));
  }

  void check(Document d, Details.Report r) {
    if (d.status() == Status.DRAFT) {
      return;
    }
    for (ChronologyEntry entry : r.chronology()) {
      Matcher hedge = HEDGE.matcher(spoken(Fences.outside(entry.event().markdown())));
      if (entry.basis().filter("observation"::equals).isPresent() && hedge.find()) {
        hedged(d, Places.of(d, entry), hedge.group());
      }
    }
    stated(d, r);
    Set<String> persons = persons(r.contacts().stream().map(Contact::name));
    persons.addAll(registered);
    List<String> lines = d.body().markdown().lines().toList();
    boolean inside = false;
    boolean observed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("## ")) {
        inside = SECTIONS.contains(ReportRules.fold(line.substring(3)));
      }
      observed =
          line.startsWith("!!! observation")
              || (observed && (line.isBlank() || line.startsWith("    ")));
      Span at = new Span(d.shown(), d.body().firstLine() + i, 1, Math.max(1, line.length()));
      Matcher hedge = HEDGE.matcher(spoken(line));
      if (observed && hedge.find()) {
        hedged(d, at, hedge.group());
      }
      if (inside) {
        blame(d, at, line, persons);
      }
    }
  }

  private static String spoken(String text) {
    return QUOTED.matcher(text).replaceAll("");
  }

  private void hedged(Document d, Span at, String word) {
    findings.wrong(
        d,
        Code.REPORT_SUPPOSITION,
        at,
        "an observation with '" + word + "' in it",
        "what was seen; what is concluded from it stands apart",
        "mark it as assumption or hypothesis, or leave the word out if it was seen");
  }

  /** A hypothesis that was refuted, or never tested, is no part of what is known. */
  private void stated(Document d, Details.Report r) {
    String known = ReportRules.fold(Fences.outside(r.resolution().markdown()));
    for (Hypothesis hypothesis : r.hypotheses()) {
      String statement = ReportRules.fold(hypothesis.statement());
      boolean open = !hypothesis.outcome().equals("standing");
      if (open && statement.split(" ").length > 3 && known.contains(statement)) {
        findings.wrong(
            d,
            Code.REPORT_SUPPOSITION,
            d.at("resolution"),
            "a hypothesis that is " + hypothesis.outcome() + ", stated as a fact",
            "what was observed, or a hypothesis that stands",
            "say what was found instead, or how the hypothesis was tested");
      }
    }
  }

  /** Contacts that are called as persons are, and not as offices. */
  private static SortedSet<String> persons(Stream<String> names) {
    return names
        .filter(n -> PERSON.matcher(n).matches() && !OFFICE.matcher(n).matches())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void blame(Document d, Span at, String line, Set<String> persons) {
    Matcher blame = BLAME.matcher(line);
    if (blame.find()) {
      findings.wrong(d, Code.REPORT_BLAME, at, "'" + blame.group() + "'", EXPECTED, HELP);
      return;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    persons.stream()
        .filter(p -> lower.contains(p.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(p ->
            findings.forTheTeam(
                d, Code.REPORT_BLAME, at, "the person '" + p + "' by name", EXPECTED, HELP));
  }
}

package org.cresset.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.document.Node;
import org.cresset.document.Past;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Solution;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;

/**
 * A released version never changes: commits of an advisory or policy that carry the same version
 * have the same text outside fences, and the same front matter but for what only the team sees.
 */
final class VersionRules {
  /**
   * Who may read it is the matter of other rules, former names lead to the same text, and a first
   * version need not be numbered.
   */
  private static final Set<String> UNCOUNTED =
      Set.of("classification", "only", "tlp", "id", "aliases", "version", "initial_release_date");

  /** Keys whose values name what some readers of the document may not know of. */
  private static final Set<String> NAMING = Set.of("attachments", "supersedes", "implements");

  private final Findings findings;
  private final SourceTree source;
  private final Past past;
  private final Unchanged unchanged;

  VersionRules(Findings findings, SourceTree source, Past past, Unchanged unchanged) {
    this.findings = findings;
    this.source = source;
    this.past = past;
    this.unchanged = unchanged;
  }

  void check(Document now) {
    List<Past.State> states = past.states(now.path());
    if (now.status() == Status.DRAFT || states.isEmpty()) {
      return;
    }
    // What lies there or is staged may be newer than the newest commit.
    List<Past.State> earlier =
        isCommitted(now, states.getFirst()) ? states.subList(1, states.size()) : states;
    String blobs = earlier.stream().map(Past.State::blob).collect(Collectors.joining(" "));
    unchanged.check("versions", now, blobs, () -> keepsItsVersions(now, earlier));
  }

  private boolean isCommitted(Document now, Past.State newest) {
    SourceFile file = source.files().get(now.path());
    return file == null || file.blob().equals(newest.blob());
  }

  private boolean keepsItsVersions(Document now, List<Past.State> earlier) {
    for (Past.State state : earlier) {
      if (!past.mayHaveVersion(now.path(), state, version(now))) {
        return true;
      }
      Optional<Document> before = past.document(now.path(), state);
      if (before.isEmpty()) {
        continue;
      }
      if (before.get().status() == Status.DRAFT || !version(before.get()).equals(version(now))) {
        return true;
      }
      Optional<Difference> difference = difference(before.get(), now);
      if (difference.isPresent()) {
        // Readers to whom the earlier text was not shown see no change.
        findings.addForTheTeam(
            now,
            problem(now, state, difference.get().words()),
            before.get().marking(),
            problem(now, state, difference.get().told()));
        return false;
      }
    }
    return true;
  }

  private static Problem problem(Document now, Past.State state, String difference) {
    return Problem.of(
        Code.VERSION_UNCHANGED,
        now.at("version"),
        "version " + version(now) + " as on " + state.authored() + ", but " + difference,
        "a new version for a text that readers see change",
        "run: cresset revise " + now.id().id() + " \"what changed\"");
  }

  private static String version(Document d) {
    return d.version().orElse(d.history().isEmpty() ? "1" : d.history().getLast().number());
  }

  /**
   * What differs.
   *
   * @param words for the team
   * @param told for others, with no names that they may not know of
   */
  private record Difference(String words, String told) {
    Difference(String words) {
      this(words, words);
    }
  }

  /** The first thing that differs. */
  private static Optional<Difference> difference(Document before, Document now) {
    List<String> a = outside(before);
    List<String> b = outside(now);
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String old = i < a.size() ? a.get(i) : "";
      String current = i < b.size() ? b.get(i) : "";
      if (!old.equals(current)) {
        return Optional.of(
            new Difference(
                old.isEmpty()
                    ? "'" + excerpt(current) + "' was added"
                    : current.isEmpty()
                        ? "'" + excerpt(old) + "' is gone"
                        : "'" + excerpt(old) + "' became '" + excerpt(current) + "'"));
      }
    }
    if (!before.title().equals(now.title())) {
      return Optional.of(new Difference("the title changed"));
    }
    return facts(before).equals(facts(now)) ? Optional.empty() : Optional.of(changed(before, now));
  }

  /** The first key that other readers see and that says something else. */
  private static Difference changed(Document before, Document now) {
    Set<String> keys = new LinkedHashSet<>(now.front().entries().keySet());
    keys.addAll(before.front().entries().keySet());
    for (String key : keys) {
      if (key.equals("attachments") && shared(before).equals(shared(now))) {
        continue;
      }
      String old = written(before.front(), key);
      String current = written(now.front(), key);
      if (!Findings.isForTheTeam(key) && !UNCOUNTED.contains(key) && !old.equals(current)) {
        String words =
            "'" + key + "', from " + excerpt(old) + " to " + excerpt(current) + ", changed";
        return new Difference(words, NAMING.contains(key) ? "'" + key + "' changed" : words);
      }
    }
    return new Difference("the front matter changed");
  }

  /** The attachments that all its readers have: those for fewer have no version, like fences. */
  private static List<String> shared(Document d) {
    return d.attachments().stream()
        .filter(a -> a.marking().isEmpty())
        .map(a -> a.file() + a.title())
        .toList();
  }

  private static String written(Node.Mapping front, String key) {
    Node.Entry entry = front.entries().get(key);
    return entry == null ? "nothing" : written(entry.value());
  }

  private static String written(Node node) {
    return switch (node) {
      case Node.Scalar s -> "'" + Fences.outside(s.text()).strip() + "'";
      case Node.Sequence s ->
          s.items().stream().map(VersionRules::written).collect(Collectors.joining(", ", "[", "]"));
      case Node.Mapping m ->
          m.entries().entrySet().stream()
              .map(e -> e.getKey() + ": " + written(e.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String excerpt(String line) {
    return line.length() > 60 ? line.substring(0, 57) + "..." : line;
  }

  private static List<String> outside(Document d) {
    return Fences.outside(d.body().markdown())
        .lines()
        .map(String::stripTrailing)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String facts(Document d) {
    Details details = d.details();
    if (details instanceof Details.Advisory a) {
      details =
          new Details.Advisory(
              a.action(),
              a.category(),
              a.severity(),
              a.severityReason(),
              a.exploitation(),
              a.knowledge(),
              a.nextUpdate(),
              a.products(),
              a.vulnerabilities(),
              a.solutions().stream().map(VersionRules::outside).toList(),
              a.supersedes(),
              a.withdrawn(),
              a.acknowledgments(),
              List.of());
    }
    return String.join(
        "|",
        details.toString(),
        d.status().token(),
        d.lang().toString(),
        d.reviewOn().toString(),
        shared(d).toString(),
        d.references().toString(),
        d.keywords().toString(),
        d.history().toString());
  }

  private static Solution outside(Solution s) {
    return new Solution(
        s.category(),
        MarkedText.of(Fences.outside(s.details().markdown()).strip()),
        MarkedText.of(Fences.outside(s.impact().markdown()).strip()),
        s.tested(),
        s.products(),
        s.url());
  }
}

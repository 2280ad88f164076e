package org.cresset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.model.Kind;
import org.cresset.model.OwnFolders;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Each id once within its kind, and no page where the program's own pages lie. */
final class IdRules {
  private final Findings findings;
  private final Library library;

  IdRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

  void check() {
    Map<String, List<Document>> byName = new TreeMap<>();
    for (Document d : library.all()) {
      byName.computeIfAbsent(d.id().kind() + "/" + d.id().folded(), n -> new ArrayList<>()).add(d);
    }
    byName.values().stream().filter(same -> same.size() > 1).forEach(this::duplicates);
    files();
    library.all().stream().filter(d -> d.id().kind() == Kind.PAGE).forEach(this::page);
  }

  private void page(Document d) {
    String top = d.id().folded().split("/")[0];
    boolean file = OwnFolders.FILES.contains(top);
    if (file || OwnFolders.ALL.contains(top)) {
      findings.wrong(
          d,
          Code.PAGE_NAME_TAKEN,
          Span.file(d.shown()),
          "the page '" + d.id().id() + "'",
          "a path that the program does not use itself",
          file
              ? "rename it: a file of the site is called " + top
              : "rename it; taken are " + String.join(", ", new TreeSet<>(OwnFolders.ALL)));
    }
  }

  /** CSAF writes all but letters, digits, + and - as one _ in the names of files (section 5.1). */
  private void files() {
    Map<String, Map<String, Document>> byFile = new TreeMap<>();
    for (Document d : library.all()) {
      if (d.id().kind() == Kind.ADVISORY) {
        String file = d.id().folded().replaceAll("[^+\\-a-z0-9]+", "_");
        byFile.computeIfAbsent(file, f -> new TreeMap<>()).put(d.id().folded(), d);
      }
    }
    byFile.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(same -> duplicates(List.copyOf(same.values())));
  }

  private void duplicates(List<Document> same) {
    for (Document d : same) {
      for (Document other : same) {
        if (other != d) {
          duplicate(d, other);
        }
      }
    }
  }

  /** Only who sees both may know of it; for others there is but one. */
  private void duplicate(Document d, Document other) {
    findings.add(
        d,
        Problem.of(
                Code.ID_DUPLICATE,
                at(d),
                "the id '" + d.id().id() + "', which " + other.shown() + has(d, other),
                "each id once within its kind, without regard to case",
                "give one of them another id; ids are never reused")
            .withRelated(List.of(at(other))),
        List.of(other.marking()));
  }

  private static String has(Document d, Document other) {
    return d.id().folded().equals(other.id().folded())
        ? " has too"
        : " has too in the names of CSAF files: " + other.id().id();
  }

  private static Span at(Document d) {
    return d.front().entries().containsKey("id") ? d.at("id") : Span.file(d.shown());
  }
}

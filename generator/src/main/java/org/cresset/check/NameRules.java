package org.cresset.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.document.Library;
import org.cresset.model.Details;
import org.cresset.model.FormerName;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;

/** Names that two documents share: other ids, and the words that terms explain. */
final class NameRules {
  private final Findings findings;
  private final Library library;

  NameRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

  void check() {
    Map<String, SortedMap<String, Document>> aliases = new TreeMap<>();
    Map<String, SortedMap<String, Document>> terms = new TreeMap<>();
    for (Document d : library.all()) {
      for (String alias : d.aliases()) {
        add(aliases, name(d, alias), d);
      }
      if (d.details() instanceof Details.Term term) {
        forms(d, term).forEach(form -> add(terms, form, d));
        defined(d);
      }
    }
    for (Document d : library.all()) {
      aliases.getOrDefault(fold(d.id().toString()), new TreeMap<>()).values().stream()
          .filter(other -> other != d)
          .forEach(other -> taken(other, d));
    }
    aliases.forEach((name, same) -> aliases(name.substring(name.indexOf('/') + 1), same.values()));
    terms.forEach((form, same) -> terms(form, same.values()));
  }

  /** The document that an alias names by an id or an address, else the alias itself. */
  private static String name(Document d, String alias) {
    return FormerName.of(d.id().kind(), alias)
        .map(n -> n.id().toString())
        .orElse(d.id().kind().folder() + "/" + alias);
  }

  private static void add(Map<String, SortedMap<String, Document>> names, String name, Document d) {
    names.computeIfAbsent(fold(name), n -> new TreeMap<>()).put(d.path(), d);
  }

  private static List<String> forms(Document d, Details.Term term) {
    List<String> forms = new ArrayList<>(term.also());
    forms.add(d.title());
    term.abbreviation().ifPresent(forms::add);
    return forms;
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void defined(Document d) {
    if (Fences.outside(d.body().markdown()).isBlank()) {
      findings.missing(
          d,
          Code.TERM_UNDEFINED,
          d.at("term"),
          "a term without its definition",
          "a paragraph below the front matter, which becomes the pop-up",
          "say in one or two sentences what it means here");
    }
  }

  private void taken(Document d, Document other) {
    findings.add(
        d,
        Problem.of(
                Code.ALIAS_TAKEN,
                d.at("aliases"),
                "the alias '" + other.id().id() + "', which is the id of " + other.shown(),
                "a name that only this document ever had",
                "take it from the aliases: it leads to the other document")
            .withRelated(List.of(other.at("id"))),
        List.of(other.marking()));
  }

  private void aliases(String name, Collection<Document> same) {
    shared(
        same,
        Code.ALIAS_SHARED,
        "aliases",
        "the name '" + name + "', which another document has too",
        "each name for one document",
        "keep it at one of them; links by it are ambiguous, its old address leads nowhere");
  }

  private void terms(String form, Collection<Document> same) {
    shared(
        same,
        Code.TERM_SHARED,
        "term",
        "the word '" + form + "', which another term explains too",
        "each word explained once",
        "merge the two, or take the word from one of them; no text is linked from it meanwhile");
  }

  private void shared(
      Collection<Document> same,
      Code code,
      String key,
      String found,
      String expected,
      String help) {
    for (Document d : same) {
      for (Document other : same) {
        if (other != d) {
          // Only who sees both may know of it.
          findings.add(
              d,
              Problem.of(code, d.at(key), found, expected, help)
                  .withRelated(List.of(other.at(key))),
              List.of(other.marking()));
        }
      }
    }
  }
}

package org.cresset.document;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/**
 * Reads who may read a document: classification, only, tlp, embargo, preview. Nothing has a
 * default.
 */
final class MarkingReader {
  /** The labels by the words for them. */
  static final Map<String, Tlp> TLP = labels();

  private static final String KNOWN =
      Arrays.stream(Classification.values())
          .map(Classification::token)
          .collect(Collectors.joining(", "));

  private final Register register;

  MarkingReader(Register register) {
    this.register = register;
  }

  /**
   * The marking, or nothing where it is not said exactly; what is said wrongly is never guessed.
   */
  Optional<Marking> read(Fields f, boolean draft) {
    Optional<Classification> classification = classification(f);
    boolean hasOnly = f.has("only");
    Set<String> only = audiences(f, "only");
    Set<String> preview = audiences(f, "preview_to");
    Optional<Instant> embargo = f.time("embargo_until");
    boolean embargoBroken = embargo.isEmpty() && f.has("embargo_until");
    if (embargoBroken && !f.says("embargo_until")) {
      f.missing("embargo_until", "the time at which it ends");
    }
    if (classification.isEmpty()) {
      f.word("tlp");
      return Optional.empty();
    }
    Classification c = classification.get();
    checkOnly(f, c, hasOnly, only);
    boolean group = f.words("only").stream().anyMatch(o -> o.startsWith("@"));
    Tlp tlp = tlp(f, c, group);
    // An embargo that can't be read holds for ever: the mistake must be the safe one.
    Optional<Instant> until = embargoBroken ? Optional.of(Instant.MAX) : embargo;
    return Optional.of(new Marking(new Label(c, tlp), only, draft, until, preview));
  }

  private static Optional<Classification> classification(Fields f) {
    Optional<String> word = f.word("classification");
    if (word.isEmpty()) {
      f.text()
          .wrong(
              Code.CLASSIFICATION_MISSING,
              f.at(),
              "no classification",
              "one of " + KNOWN,
              "add: classification: private, and only: [] for the team alone");
      return Optional.empty();
    }
    Optional<Classification> classification = Classification.of(word.get());
    if (classification.isEmpty()) {
      List<String> tokens =
          Arrays.stream(Classification.values()).map(Classification::token).toList();
      f.text()
          .wrong(
              Code.CLASSIFICATION_UNKNOWN,
              f.at("classification"),
              "classification is '" + word.get() + "'",
              "one of " + KNOWN,
              Values.nearest(word.get().toLowerCase(Locale.ROOT).replace('_', '-'), tokens)
                  .map(n -> "did you mean '" + n + "'?")
                  .orElse("choose one; there is no default"));
    }
    classification.ifPresent(c -> refuse(f, c));
    return classification;
  }

  private static void refuse(Fields f, Classification c) {
    if (c == Classification.CLASSIFIED) {
      f.text()
          .wrong(
              Code.CLASSIFIED_REFUSED,
              f.at("classification"),
              "a classified document",
              "none: law or another body governs how it is stored",
              "remove it from this repository and tell the team's head; held_elsewhere may say who has it");
    } else if (c == Classification.HIGHLY_SENSITIVE && !f.text().encrypted()) {
      f.text()
          .wrong(
              Code.HIGHLY_SENSITIVE_PLAIN,
              f.at("classification"),
              "a highly sensitive document in a plain file",
              "an encrypted file",
              "run: cresset encrypt " + f.text().path());
    }
  }

  private static void checkOnly(Fields f, Classification c, boolean hasOnly, Set<String> only) {
    if (c == Classification.PRIVATE && !hasOnly) {
      f.text()
          .wrong(
              Code.ONLY_MISSING,
              f.at("classification"),
              "a private document without 'only'",
              "the one constituent who may read it, or [] for the team alone",
              "add: only: []");
    }
    boolean tooMany =
        c == Classification.PRIVATE
            && (only.size() > 1 || f.words("only").stream().anyMatch(o -> o.startsWith("@")));
    if (tooMany || (c == Classification.PUBLIC && hasOnly)) {
      f.text()
          .wrong(
              Code.ONLY_TOO_WIDE,
              f.at("only"),
              "'only' names " + f.words("only") + " in a " + c.token() + " document",
              c == Classification.PUBLIC ? "no 'only'" : "one constituent at most",
              c == Classification.PUBLIC
                  ? "remove it, or choose a narrower classification"
                  : "use classification: sensitive for several readers");
    }
  }

  private Set<String> audiences(Fields f, String key) {
    Set<String> members = new TreeSet<>();
    for (Node item : f.items(key)) {
      f.scalar(key, item)
          .ifPresent(name -> members.addAll(resolve(f.text(), name.text(), name.at())));
    }
    return members;
  }

  /** The members that a name stands for; an unknown name is reported. */
  Set<String> resolve(Text text, String name, Span at) {
    return register
        .members(name)
        .<Set<String>>map(m -> m)
        .orElseGet(() -> {
          text.wrong(
              Code.AUDIENCE_UNKNOWN,
              at,
              "the audience '" + name + "'",
              "an id of the register or a group",
              remedy(name));
          return Set.of();
        });
  }

  boolean isName(String name) {
    return register.members(name).isPresent();
  }

  private String remedy(String name) {
    if (name.equals("team")) {
      return "leave it out: the team reads everything; only: [] is the team alone";
    }
    if (name.equals("public")) {
      return "say classification: public, without only, if anyone may read it";
    }
    return Values.nearest(name, register.names())
        .map(n -> "did you mean '" + n + "'?")
        .orElse(
            name.startsWith("@")
                ? "add the group to groups in cresset.yaml, or correct the name"
                : "add constituents/" + name + ".yaml, or correct the name");
  }

  private static Map<String, Tlp> labels() {
    Map<String, Tlp> labels = new LinkedHashMap<>();
    for (Tlp tlp : Tlp.values()) {
      labels.put(tlp.token(), tlp);
    }
    return Collections.unmodifiableMap(labels);
  }

  static Tlp tlp(Fields f, Classification c, boolean group) {
    Tlp otherwise = Tlp.usual(c, group);
    Tlp tlp = f.choice("tlp", TLP).orElse(otherwise);
    if (c == Classification.PUBLIC && tlp != Tlp.CLEAR) {
      f.text()
          .wrong(
              Code.TLP_CONFLICT,
              f.at("tlp"),
              tlp.label() + " on a public document",
              "TLP:CLEAR",
              "remove tlp, or choose a narrower classification");
      return Tlp.CLEAR;
    }
    if (c != Classification.PUBLIC && tlp == Tlp.CLEAR) {
      f.text()
          .wrong(
              Code.TLP_CONFLICT,
              f.at("tlp"),
              "TLP:CLEAR on a " + c.token() + " document",
              "a label that limits its readers",
              "remove tlp, or say classification: public");
      return otherwise;
    }
    return tlp;
  }
}

package org.cresset.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.disclosure.Hit;
import org.cresset.disclosure.RegisterFinder;
import org.cresset.disclosure.Registered;
import org.cresset.disclosure.SecretFinder;
import org.cresset.disclosure.Spellings;
import org.cresset.disclosure.Tokens;
import org.cresset.document.Document;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.document.OwnNames;
import org.cresset.marking.Marking;
import org.cresset.model.DocumentId;
import org.cresset.model.Permission;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/**
 * What may not be told to those who may read it: names, hosts and contacts of registered
 * organisations without their permission (S12), secrets, personal data.
 */
final class DisclosureRules {
  /** More in one text than anybody reads: a list of them is not a text for these readers. */
  private static final int MOST = 200;

  private final Findings findings;
  private final Passages passages;
  private final Permissions permissions;
  private final RegisterFinder organisations;
  private final SecretFinder secrets = new SecretFinder();
  private final List<String> own;
  private final Unchanged unchanged;

  DisclosureRules(Findings findings, Library library, Unchanged unchanged, Instant asOf) {
    this.findings = findings;
    this.unchanged = unchanged;
    this.passages = new Passages(library);
    this.permissions = new Permissions(library, asOf);
    this.organisations =
        new RegisterFinder(
            library.register().organisations().values().stream()
                .map(DisclosureRules::registered)
                .toList());
    this.own = OwnNames.of(library.configuration());
  }

  private static Registered registered(Organisation o) {
    return new Registered(
        o.id(),
        Stream.concat(Stream.of(o.name()), o.also().stream()).toList(),
        o.domains(),
        o.addressRanges(),
        o.contacts().stream().map(Organisation.Person::name).toList(),
        o.contacts().stream()
            .flatMap(p -> Stream.concat(p.email().stream(), p.phone().stream()))
            .toList(),
        o.contacts().stream().flatMap(p -> p.afterHours().stream()).toList());
  }

  void check(Document d) {
    unchanged.check("disclosure", d, "", () -> saysNothing(d));
  }

  /** Whether it tells nothing, even without permissions for its case, which may end. */
  private boolean saysNothing(Document d) {
    Acceptances accepted = Acceptances.of(d);
    boolean nothing =
        check(passages.of(d), permissions.of(d), accepted, Optional.of(d.id()), d.shown());
    List<Problem> unused = accepted.unused();
    unused.forEach(p -> findings.add(d, p));
    return nothing && unused.isEmpty();
  }

  void check(Intro i) {
    check(passages.of(i), List.of(), Acceptances.none(), Optional.empty(), i.shown());
  }

  private boolean check(
      List<Passage> all,
      List<Permission> forTheCase,
      Acceptances accepted,
      Optional<DocumentId> id,
      String shown) {
    Tokens tokens = new Tokens();
    boolean nothing = true;
    for (Passage passage : all) {
      tokens.fill(passage.text());
      List<List<Hit>> places = organisations.places(tokens);
      List<Told> told = told(passage, tokens, places, forTheCase);
      told.stream().limit(MOST).forEach(t -> report(passage, t, accepted, id, shown));
      nothing &=
          told.isEmpty()
              && places.stream()
                  .allMatch(place -> permissions.allow(place, passage.receivers(), List.of()));
    }
    return nothing;
  }

  private List<Told> told(
      Passage passage, Tokens tokens, List<List<Hit>> places, List<Permission> forTheCase) {
    List<Told> all = new ArrayList<>();
    places.stream()
        .filter(place -> !permissions.allow(place, passage.receivers(), forTheCase))
        .map(place -> Told.of(place.getFirst(), passage))
        .forEach(all::add);
    secrets.find(tokens).stream()
        .flatMap(s -> Told.of(s, passage).stream())
        .filter(told -> all.stream().noneMatch(told::overlaps))
        .toList()
        .forEach(all::add);
    all.removeIf(told -> own.stream().anyMatch(o -> Spellings.same(o, told.text())));
    return all;
  }

  private void report(
      Passage passage, Told told, Acceptances accepted, Optional<DocumentId> id, String shown) {
    Passage.Located at = passage.at(told.start(), told.end());
    Optional<Problem> acceptance = accepted.of(told.text(), at.at());
    if (acceptance.isPresent()) {
      findings.add(acceptance.get().withSource(at.line()), id);
      return;
    }
    List<Marking> texts = passage.texts();
    findings.addForTheTeam(
        id, told.problem(at.at()).withSource(at.line()), texts, told.instead(Span.file(shown)));
  }
}

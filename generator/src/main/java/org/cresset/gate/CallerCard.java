package org.cresset.gate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.document.Accepted;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.edition.AcceptedText;
import org.cresset.edition.Callers;
import org.cresset.marking.Audience;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/** What the team's editions say of the register and of accepted findings. */
final class CallerCard {
  private static final Audience ANYONE = new Audience("public", new Audience.Anyone(), false);

  private final Library library;
  private final Reader reader;

  CallerCard(Library library, Reader reader) {
    this.library = library;
    this.reader = reader;
  }

  Callers callers() {
    return new Callers(
        library.configuration().press(),
        library.register().organisations().values().stream().flatMap(CallerCard::contacts).toList(),
        published(reader.asOf()));
  }

  private static Stream<Callers.CallBack> contacts(Organisation o) {
    return o.contacts().stream()
        .filter(p -> p.phone().isPresent() || p.afterHours().isPresent())
        .map(p ->
            new Callers.CallBack(
                o.id(),
                o.name(),
                p.name(),
                p.role().orElse(""),
                p.phone().orElse(""),
                p.afterHours().orElse("")));
  }

  private Set<DocumentId> published(Instant asOf) {
    return library.documents().values().stream()
        .filter(d -> d.id().kind() == Kind.REPORT || d.id().kind() == Kind.NOTICE)
        .filter(d -> ANYONE.mayRead(d.marking(), asOf))
        .map(Document::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Of documents that this edition may show, by document. */
  List<AcceptedText> accepted() {
    return library.documents().values().stream()
        .filter(d -> reader.mayRead(d.marking()))
        .flatMap(d ->
            Accepted.of(d).stream()
                .map(a -> new AcceptedText(d.id(), d.title(), a.text(), a.reason(), a.by())))
        .sorted(Comparator.comparing(AcceptedText::document).thenComparing(AcceptedText::text))
        .toList();
  }
}

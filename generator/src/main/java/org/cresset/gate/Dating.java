package org.cresset.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cresset.document.Document;
import org.cresset.document.Past;
import org.cresset.edition.Versions;
import org.cresset.model.Details;
import org.cresset.model.Revision;
import org.cresset.model.Status;
import org.cresset.model.Withdrawal;

/** The version and the dates of a document as one reader may know them. */
final class Dating {
  private final Past past;
  private final Reader reader;

  private final Following following;

  Dating(Past past, Reader reader, Following following) {
    this.past = past;
    this.reader = reader;
    this.following = following;
  }

  /** As anyone may know them. */
  Dating open() {
    return new Dating(past, reader.open(), following);
  }

  Versions versions(Document document) {
    return switch (document.details()) {
      case Details.Advisory a -> versioned(document, a.withdrawn().map(Withdrawal::date));
      case Details.Policy p ->
          versioned(document, p.approvedOn().map(d -> d.atStartOfDay(ZoneOffset.UTC).toInstant()));
      case Details.Report r -> report(document, r.times());
      case Details.Notice n -> unversioned(document);
      case Details.Term t -> unversioned(document);
      case Details.Page p -> unversioned(document);
    };
  }

  private Versions versioned(Document document, Optional<Instant> event) {
    if (document.history().isEmpty()) {
      Instant initial = document.initialRelease().orElseGet(() -> firstReleased(document));
      String number = document.version().orElse("1");
      List<Revision> history = List.of(new Revision(number, initial, "First issue."));
      return new Versions(number, initial, newest(document, initial, event), history);
    }
    Revision last = document.history().getLast();
    Instant initial = document.initialRelease().orElse(document.history().getFirst().date());
    return new Versions(
        document.version().orElse(last.number()),
        initial,
        newest(document, last.date(), event),
        document.history());
  }

  private Instant newest(Document document, Instant date, Optional<Instant> event) {
    Instant newest = event.filter(date::isBefore).orElse(date);
    Optional<Instant> passed =
        document.marking().embargo().filter(e -> !document.marking().embargoed(reader.asOf()));
    return passed.filter(newest::isBefore).orElse(newest);
  }

  private Instant firstReleased(Document document) {
    List<Past.State> states = past.states(document.path());
    return document.status() == Status.DRAFT && !states.isEmpty()
        ? states.getLast().authored()
        : released(document.path()).orElse(reader.asOf());
  }

  /**
   * The author date of the first commit in which it was released to this reader, or the end of the
   * embargo that it had there; empty if no commit did.
   */
  Optional<Instant> released(String path) {
    List<Past.State> states = past.states(path);
    for (int i = states.size() - 1; i >= 0; i--) {
      Past.State state = states.get(i);
      Instant superseded = i == 0 ? reader.asOf() : states.get(i - 1).authored();
      Optional<Instant> shown =
          past.document(path, state)
              .filter(d -> d.status() != Status.DRAFT)
              .filter(d -> reader.audience().mayRead(d.marking(), superseded))
              .map(d -> shown(d, state.authored()));
      if (shown.isPresent()) {
        return shown;
      }
    }
    return Optional.empty();
  }

  /** When the reader got what was written then. */
  private Instant shown(Document document, Instant written) {
    return reader.audience().mayRead(document.marking(), written)
        ? written
        : document.marking().embargo().filter(written::isBefore).orElse(written);
  }

  private Versions report(Document document, Details.Times times) {
    Versions changed =
        times.logged().isPresent() ? none(times.logged().get()) : unversioned(document);
    Instant current = times.closed().filter(changed.current()::isBefore).orElse(changed.current());
    return new Versions(
        "", changed.initial(), newest(document, current, Optional.empty()), List.of());
  }

  /** By the last commit that changed what this reader sees. */
  private Versions unversioned(Document document) {
    List<Past.State> states = past.states(document.path());
    if (states.isEmpty()) {
      return none(reader.asOf());
    }
    Document written = document;
    Instant date = states.getFirst().authored();
    Instant superseded = date;
    String now = visible(document);
    for (Past.State older : states.subList(1, states.size())) {
      Optional<Document> before = past.document(document.path(), older);
      // A state that could not be read was never shown.
      if (before.isPresent()) {
        if (!reader.audience().mayRead(before.get().marking(), superseded)
            || !visible(before.get()).equals(now)) {
          break;
        }
        written = before.get();
        date = older.authored();
      }
      superseded = older.authored();
    }
    Instant initial = shown(written, date);
    return new Versions("", initial, newest(document, initial, Optional.empty()), List.of());
  }

  private String visible(Document d) {
    boolean whole = reader.mayRead(d.marking());
    return !whole
        ? ""
        : String.join(
            "\n",
            d.title(),
            d.lang().orElse(""),
            d.keywords().toString(),
            d.aliases().toString(),
            d.references().toString(),
            d.status().toString(),
            References.followable(new DetailsCut(d, reader, t -> {}).details(), following)
                .toString(),
            body(d));
  }

  /** Without blank lines: those around a passage say nothing of the text. */
  private String body(Document d) {
    return Cut.of(d.body().markdown(), d.body().fences(), d.marking(), reader)
        .text()
        .markdown()
        .lines()
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n"));
  }

  private static Versions none(Instant date) {
    return new Versions("", date, date, List.of());
  }
}

package org.cresset.gate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.cresset.document.Document;
import org.cresset.document.Past;
import org.cresset.edition.Shown;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.VersionText;
import org.cresset.edition.Versions;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Revision;
import org.cresset.model.Status;

/**
 * The earlier versions of a document as its reader was shown them: each state of the history is cut
 * for the reader by the fences that it had then, and counts only if a release of this edition has
 * shown the very same text under that version.
 */
final class EarlierVersions {
  private final Past past;
  private final Reader reader;
  private final ShownVersions shown;
  private final boolean committed;
  private final Following following;

  EarlierVersions(Past past, Reader reader, ShownVersions shown, Following following) {
    this.past = past;
    this.reader = reader;
    this.shown = shown;
    this.committed = shown.committed() && !reader.isMember();
    this.following = following;
  }

  /**
   * What is known of a document that the reader gets.
   *
   * @param details the current ones, cut
   * @param body the current one, cut
   */
  Shown of(Document document, Versions versions, Details details, MarkedText body) {
    boolean versioned = details instanceof Details.Advisory || details instanceof Details.Policy;
    if (!versioned || document.status() == Status.DRAFT) {
      return Shown.NOTHING;
    }
    String current = versions.number();
    SortedMap<String, String> digests = new TreeMap<>();
    SortedMap<String, String> before = shown.of(document.id());
    for (Revision revision : versions.history()) {
      Optional.ofNullable(before.get(revision.number()))
          .ifPresent(digest -> digests.put(revision.number(), digest));
    }
    digests.remove(current);
    Supplier<List<VersionText>> earlier = reading(document, versions, digests);
    digests.put(current, new VersionText(current, document.title(), details, body).digest());
    return new Shown(digests, digests.size() > 1 ? basis(document) : "", earlier);
  }

  /** The states that are looked through, and for a member who that is. */
  private String basis(Document document) {
    StringBuilder all = new StringBuilder(reader.isMember() ? reader.register().toString() : "");
    past.states(document.path()).forEach(state -> all.append(state.blob()).append('\n'));
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Texts whose digests are known wait until somebody needs them. */
  private Supplier<List<VersionText>> reading(
      Document document, Versions versions, SortedMap<String, String> digests) {
    Set<String> wanted = new HashSet<>(digests.keySet());
    if (committed) {
      versions.history().stream().map(Revision::number).forEach(wanted::add);
      wanted.remove(versions.number());
    }
    if (wanted.equals(digests.keySet())) {
      SortedMap<String, String> known = new TreeMap<>(digests);
      return () -> earlier(document, new HashSet<>(known.keySet()), known);
    }
    List<VersionText> found = earlier(document, wanted, digests);
    found.forEach(text -> digests.put(text.number(), text.digest()));
    return () -> found;
  }

  private List<VersionText> earlier(
      Document document, Set<String> wanted, SortedMap<String, String> digests) {
    List<VersionText> found = new ArrayList<>();
    Instant until = reader.asOf();
    for (Past.State state : past.states(document.path())) {
      if (wanted.isEmpty()) {
        break;
      }
      Instant superseded = until;
      past.document(document.path(), state)
          .filter(d -> d.id().equals(document.id()) && reader.mayRead(d.marking()))
          .filter(d -> wanted.contains(number(d)))
          .flatMap(d -> shown(d, superseded, digests))
          .ifPresent(t -> {
            wanted.remove(t.number());
            found.addFirst(t);
          });
      until = state.authored();
    }
    return List.copyOf(found);
  }

  /** The text of a state, if the reader was shown it. */
  private Optional<VersionText> shown(
      Document d, Instant superseded, SortedMap<String, String> digests) {
    VersionText text = text(d);
    String digest = digests.get(text.number());
    boolean counts =
        digest != null
            ? text.digest().equals(digest)
            : reader.audience().mayRead(d.marking(), superseded)
                && text.compared().stream().noneMatch(part -> part.contains(":::"));
    return counts ? Optional.of(text) : Optional.empty();
  }

  private VersionText text(Document d) {
    Cut cut = Cut.of(d.body().markdown(), d.body().fences(), d.marking(), reader);
    Details details = new DetailsCut(d, reader, t -> {}).details();
    return new VersionText(
        number(d), d.title(), References.followable(details, following), cut.text());
  }

  static String number(Document d) {
    return d.version().orElse(d.history().isEmpty() ? "1" : d.history().getLast().number());
  }
}

package org.cresset.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Reference;
import org.cresset.model.Revision;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/** Reads one Markdown file into a {@link Document}. */
public final class DocumentReader {
  private static final Pattern ID_LINE =
      Pattern.compile("(?m)^id:\\s*[\"']?([A-Za-z0-9][A-Za-z0-9._/-]*)");

  private final Ids ids;
  private final MarkingReader markings;

  public DocumentReader(Register register) {
    this.ids = new Ids(register.organisations().keySet());
    this.markings = new MarkingReader(register);
  }

  /**
   * Reads a document.
   *
   * @param path relative to the content folder; its first part gives the kind
   * @param shown the path for messages
   */
  public Reading read(Kind kind, String path, String shown, byte[] bytes) {
    return read(kind, path, shown, bytes, DocumentReader::front);
  }

  private static Optional<Node.Mapping> front(Text text, Parts parts) {
    return Yaml.read(text, parts.front(), parts.frontLine());
  }

  /**
   * The same.
   *
   * @param front gives the front matter
   */
  Reading read(
      Kind kind,
      String path,
      String shown,
      byte[] bytes,
      BiFunction<Text, Parts, Optional<Node.Mapping>> front) {
    List<Problem> problems = new ArrayList<>();
    Optional<String> content = Parts.decode(shown, bytes, problems);
    Text text = new Text(shown, content.orElse(""));
    Optional<Document> document =
        content
            .flatMap(c -> Parts.of(text, c))
            .flatMap(parts ->
                front
                    .apply(text, parts)
                    .flatMap(map -> document(kind, path, text, new Fields(text, map), map, parts)));
    problems.addAll(text.problems());
    Optional<DocumentId> guess =
        document.isPresent()
            ? Optional.empty()
            : Optional.of(guess(kind, path, content.orElse("")));
    return new Reading(path, shown, document, guess, List.copyOf(problems));
  }

  /** A section's introduction; empty, with problems, where it can't be read. */
  Optional<Intro> intro(String folder, String shown, byte[] bytes, List<Problem> problems) {
    Optional<String> content = Parts.decode(shown, bytes, problems);
    Text text = new Text(shown, content.orElse(""));
    Optional<Intro> intro =
        content
            .flatMap(c -> Parts.of(text, c))
            .flatMap(parts ->
                Yaml.read(text, parts.front(), parts.frontLine())
                    .flatMap(map -> intro(folder, text, new Fields(text, map), parts)));
    problems.addAll(text.problems());
    return intro;
  }

  private Optional<Intro> intro(String folder, Text text, Fields f, Parts parts) {
    Optional<Marking> marking = markings.read(f, false);
    String title = f.need("title", "what the section is called");
    f.finish();
    return marking.map(m ->
        new Intro(
            folder, text.path(), m, title, new FenceCheck(text, markings, marking).body(parts)));
  }

  private static DocumentId guess(Kind kind, String path, String content) {
    Matcher m = ID_LINE.matcher(content);
    return new DocumentId(kind, m.find() ? m.group(1) : Ids.fromPath(kind, path));
  }

  private Optional<Document> document(
      Kind kind, String path, Text text, Fields f, Node.Mapping map, Parts parts) {
    Status status = status(f, kind);
    if (status == Status.DRAFT) {
      text.setDraft();
    }
    Optional<Marking> marking = markings.read(f, status == Status.DRAFT);
    String title =
        kind == Kind.TERM
            ? f.need("term", "the term it explains")
            : f.need("title", "what the document is called");
    String id = f.word("id").orElseGet(() -> Ids.fromPath(kind, path));
    Span at = f.has("id") ? f.at("id") : Span.file(text.path());
    ids.check(text, kind, id, at);
    FenceCheck fences = new FenceCheck(text, markings, marking);
    Fenced body = fences.body(parts);
    fences.front(map);
    List<Reference> references = f.list("references", DocumentReader::reference);
    Details details = details(kind, f, references, body);
    List<Attached> attachments = attachments(f, marking);
    boolean versioned = kind == Kind.ADVISORY || kind == Kind.POLICY;
    Optional<String> version = versioned ? f.word("version") : Optional.empty();
    Optional<Instant> initial = versioned ? f.timeOrDate("initial_release_date") : Optional.empty();
    List<Revision> history =
        versioned ? f.list("revision_history", DocumentReader::revision) : List.of();
    ignoredHere(f);
    origin(f, marking);
    Document document =
        new Document(
            new DocumentId(kind, id),
            path,
            text.path(),
            marking.orElse(Document.UNREADABLE),
            status,
            title,
            f.word("lang", Form.LANG),
            f.words("keywords"),
            f.words("aliases"),
            references,
            f.date("review_on"),
            version,
            initial,
            history,
            details,
            body,
            attachments,
            map);
    f.finish();
    // Without a marking nobody may see it; what else is wrong with it has been reported.
    return marking.map(m -> document);
  }

  private static Status status(Fields f, Kind kind) {
    Status[] allowed =
        switch (kind) {
          case ADVISORY ->
              new Status[] {Status.DRAFT, Status.INTERIM, Status.FINAL, Status.WITHDRAWN};
          case REPORT -> new Status[] {Status.DRAFT, Status.OPEN, Status.ON_HOLD, Status.CLOSED};
          case POLICY -> new Status[] {Status.DRAFT, Status.APPROVED, Status.RETIRED};
          case NOTICE, TERM, PAGE -> new Status[] {Status.DRAFT, Status.PUBLISHED};
        };
    Map<String, Status> choices = new LinkedHashMap<>();
    for (Status status : allowed) {
      choices.put(status.token(), status);
    }
    boolean optional = kind == Kind.NOTICE || kind == Kind.TERM || kind == Kind.PAGE;
    if (!f.says("status") && (f.has("status") || !optional)) {
      f.missing("status", "one of " + String.join(", ", choices.keySet()));
    }
    // A status that can't be read must not release anything.
    return f.choice("status", choices)
        .orElse(optional && !f.has("status") ? Status.PUBLISHED : Status.DRAFT);
  }

  private static Details details(Kind kind, Fields f, List<Reference> references, Fenced body) {
    return switch (kind) {
      case ADVISORY -> AdvisoryReader.read(f, references);
      case REPORT -> ReportReader.read(f, body);
      case NOTICE -> OtherReaders.notice(f);
      case POLICY -> OtherReaders.policy(f);
      case TERM -> OtherReaders.term(f);
      case PAGE -> OtherReaders.page(f);
    };
  }

  private List<Attached> attachments(Fields f, Optional<Marking> marking) {
    return f.list(
        "attachments",
        a -> {
          String file = a.need("file", "the attachment's file name");
          Optional<String> title = a.word("title");
          Optional<Marking> own =
              a.has("classification") || a.has("only")
                  ? markings.read(a, marking.map(Marking::draft).orElse(true))
                  : Optional.empty();
          if ((a.has("classification") || a.has("only")) && own.isEmpty()) {
            own = Optional.of(Document.UNREADABLE);
          }
          return new Attached(file, title, own, a.at("file"));
        });
  }

  private static Reference reference(Fields f) {
    return new Reference(
        f.word("summary").orElse(""),
        url(f),
        f.choice("category", "external", "self").orElse("external"));
  }

  private static String url(Fields f) {
    String url = f.need("url", "the address");
    return url.isEmpty() ? "" : f.word("url", Form.URL).orElse("");
  }

  private static Revision revision(Fields f) {
    Optional<Instant> date = f.timeOrDate("date");
    if (date.isEmpty() && !f.says("date")) {
      f.missing("date", "when this version was released");
    }
    return new Revision(
        f.need("number", "the version"),
        date.orElse(Instant.EPOCH),
        f.need("summary", "what changed"));
  }

  /** Keys that other rooms read, and that are checked for their form only. */
  private static void ignoredHere(Fields f) {
    f.list(
        "disclosure_ok",
        d ->
            d.need("text", "the accepted text")
                + d.need("reason", "why")
                + d.need("by", "who accepted it"));
    f.list(
        "held_elsewhere",
        h -> h.need("holder", "who has it") + h.need("reference", "under which name"));
  }

  /** Other people's information is never shown more widely than they allowed. */
  private static void origin(Fields f, Optional<Marking> marking) {
    Optional<Fields> there = f.fields("origin");
    if (there.isEmpty()) {
      return;
    }
    Fields o = there.get();
    o.word("from");
    o.word("reference");
    Optional<Tlp> theirs = o.choice("tlp", MarkingReader.TLP);
    o.date("received_on");
    boolean permitted = o.word("release_permission").filter(w -> !w.isBlank()).isPresent();
    o.finish();
    Optional<Tlp> ours = marking.map(m -> m.label().tlp());
    if (!permitted && theirs.isPresent() && ours.isPresent() && isWider(ours.get(), theirs.get())) {
      f.text()
          .missing(
              Code.ORIGIN_PERMISSION,
              o.at("tlp"),
              "received as " + theirs.get().label() + ", shown as " + ours.get().label(),
              "the sender's label, or release_permission",
              "ask the sender; then add to origin: release_permission: who gave it, and when");
    }
  }

  private static boolean isWider(Tlp ours, Tlp theirs) {
    return ours.compareTo(theirs) < 0;
  }
}

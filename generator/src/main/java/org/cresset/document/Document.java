package org.cresset.document;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Reference;
import org.cresset.model.Revision;
import org.cresset.model.Status;
import org.cresset.problem.Span;

/**
 * A document as its author wrote it, read and typed. It never crosses the gate.
 *
 * @param path relative to the content folder
 * @param shown path from the root, for messages
 * @param version empty where the front matter has none
 * @param details what only its kind has; Markdown values with their fences
 * @param front the front matter, for the places of its values
 */
public record Document(
    DocumentId id,
    String path,
    String shown,
    Marking marking,
    Status status,
    String title,
    Optional<String> lang,
    List<String> keywords,
    List<String> aliases,
    List<Reference> references,
    Optional<LocalDate> reviewOn,
    Optional<String> version,
    Optional<Instant> initialRelease,
    List<Revision> history,
    Details details,
    Fenced body,
    List<Attached> attachments,
    Node.Mapping front) {
  /**
   * Stands where a marking can't be read: for the team's sealed edition at most, and never
   * released.
   */
  static final Marking UNREADABLE =
      new Marking(
          new Label(Classification.HIGHLY_SENSITIVE, Tlp.RED),
          Set.of(),
          true,
          Optional.empty(),
          Set.of());

  /** From whom it came, under which name, with which label, when; absent for what is the team's. */
  public Optional<String> origin() {
    if (!(front.entries().get("origin") instanceof Node.Entry entry)) {
      return Optional.empty();
    }
    if (!(entry.value() instanceof Node.Mapping said)) {
      return Optional.of("others");
    }
    List<String> parts = new ArrayList<>();
    for (String key : List.of("from", "reference", "tlp", "received_on")) {
      if (said.entries().get(key) instanceof Node.Entry e && e.value() instanceof Node.Scalar s) {
        String before = key.equals("tlp") ? "TLP:" : key.equals("received_on") ? "received " : "";
        parts.add(before + s.text());
      }
    }
    return Optional.of(parts.isEmpty() ? "others" : String.join(", ", parts));
  }

  /** Who has more about it, and under which name; absent where nobody else does. */
  public Optional<String> heldElsewhere() {
    List<String> holders = new ArrayList<>();
    if (front.entries().get("held_elsewhere") instanceof Node.Entry entry) {
      List<Node> items =
          entry.value() instanceof Node.Sequence s ? s.items() : List.of(entry.value());
      for (Node item : items) {
        holders.add(word(item, "holder") + " (" + word(item, "reference") + ")");
      }
    }
    return holders.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", holders));
  }

  private static String word(Node node, String key) {
    return node instanceof Node.Mapping m
            && m.entries().get(key) instanceof Node.Entry e
            && e.value() instanceof Node.Scalar s
        ? s.text()
        : "";
  }

  /** Whether its attachments lie beside it. */
  public boolean ownsFolder() {
    return path.endsWith("/index.md");
  }

  /** Its folder relative to the content folder, ending with a slash. */
  public String folder() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The place of a front-matter value; a path such as {@code solutions[0].impact}. */
  public Span at(String path) {
    Node node = front;
    Span at = new Span(shown, 1, 1, 3);
    for (String step : path.split("[.\\[\\]]+")) {
      if (node instanceof Node.Mapping m && m.entries().get(step) instanceof Node.Entry entry) {
        node = entry.value();
        at = node instanceof Node.Scalar ? node.at() : entry.key();
      } else if (node instanceof Node.Sequence s
          && step.matches("\\d{1,6}")
          && Integer.parseInt(step) < s.items().size()) {
        node = s.items().get(Integer.parseInt(step));
        at = node.at();
      } else {
        break;
      }
    }
    return at;
  }
}

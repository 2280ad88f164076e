package org.cresset.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;
import org.cresset.problem.Code;

/** Finds the fences of one file, in its body and in its front matter, and checks who they name. */
final class FenceCheck {
  private static final Set<String> MARKDOWN =
      Set.of("details", "impact", "vendor_fix", "workaround", "mitigation", "resolution", "event");

  // What remains of a fence in a folded value: it would be shown as text.
  private static final Pattern JOINED =
      Pattern.compile("[^`\\s][ \\t]+::: (private|sensitive|highly-sensitive|classified)\\b");

  private final Text text;
  private final MarkingReader markings;
  private final Optional<Marking> document;

  /**
   * @param document its marking; empty where that can't be read
   */
  FenceCheck(Text text, MarkingReader markings, Optional<Marking> document) {
    this.text = text;
    this.markings = markings;
    this.document = document;
  }

  /** The fences of the body. */
  Fenced body(Parts parts) {
    List<Fence> fences =
        parts.body().contains(":::")
            ? find(parts.body().lines().toList(), parts.bodyLine(), 0)
            : List.of();
    return new Fenced(parts.body(), parts.bodyLine(), fences);
  }

  /** Checks the Markdown values of front matter; elsewhere a fence would be shown as text. */
  void front(Node.Mapping map) {
    map.entries().forEach((key, entry) -> value(key, entry.value()));
  }

  private void value(String key, Node node) {
    switch (node) {
      case Node.Mapping m -> front(m);
      case Node.Sequence s -> s.items().forEach(item -> value(key, item));
      case Node.Scalar s when !s.text().contains(":::") -> {}
      case Node.Scalar s when JOINED.matcher(s.text()).find() ->
          text.wrong(
              Code.FENCE_MALFORMED,
              s.at(),
              "a fence in '" + key + "' whose lines YAML joins into one",
              "each line of the fence on its own",
              "write '" + key + ": |', which keeps lines apart");
      case Node.Scalar s when MARKDOWN.contains(key) ->
          find(s.text().lines().toList(), firstLine(s), indent(s));
      case Node.Scalar s -> {
        if (s.text().lines().anyMatch(Fences::looksLikeOne)) {
          text.wrong(
              Code.FENCE_MALFORMED,
              s.at(),
              "a fence in '" + key + "', which is no Markdown",
              "fences in the body, or in " + String.join(", ", MARKDOWN.stream().sorted().toList()),
              "move the passage into the body");
        }
      }
    }
  }

  private static int firstLine(Node.Scalar scalar) {
    return scalar.at().line() + (scalar.block() ? 1 : 0);
  }

  private int indent(Node.Scalar scalar) {
    String line = text.sourceLine(text.at(firstLine(scalar), 1));
    return scalar.block() ? line.length() - line.stripLeading().length() : 0;
  }

  private List<Fence> find(List<String> lines, int firstLine, int indent) {
    List<Fence> fences = Fences.find(text, lines, firstLine, indent);
    for (Fence fence : fences) {
      for (String name : fence.audiences()) {
        Set<String> members = markings.resolve(text, name, fence.at());
        document.ifPresent(m -> readers(fence, name, members, m));
      }
    }
    return fences;
  }

  private void readers(Fence fence, String name, Set<String> members, Marking m) {
    boolean all = m.classification() == Classification.PUBLIC || m.only().containsAll(members);
    if (!all && !m.preview().containsAll(members)) {
      text.wrong(
          Code.AUDIENCE_CANNOT_READ,
          fence.at(),
          "a passage for '" + name + "', who can't read the document",
          "readers of the document",
          "add '" + name + "' to only in the front matter, or take it from the fence");
    }
  }
}

package org.cresset.document;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** Finds the fences of one file, in its body and in its front matter, and checks who they name. */
final class FenceCheck {
  private static final Set<String> MARKDOWN =
      Set.of("details", "impact", "vendor_fix", "workaround", "mitigation", "resolution", "event");

  // What remains of a fence in a folded value: it would be shown as text.
  private static final Pattern JOINED =
      Pattern.compile("[^`\\s][ \\t]+::: (private|sensitive|highly-sensitive|classified)\\b");

  /** Two colons for three, or a fence behind the mark of a list. */
  private static final Pattern MISSPELT =
      Pattern.compile(
          "[\\s>]*(?:::|(?:[-*+]|\\d+[.)])\\s+:::?)\\s*(?:private|sensitive|highly-sensitive|classified)((?:\\s+[@\\w.-]+)*)\\s*");

  private static final Pattern CODE = Pattern.compile(" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)");

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
    if (parts.body().contains("::")) {
      misspelt(parts, fences);
    }
    return new Fenced(parts.body(), parts.bodyLine(), fences);
  }

  /** A passage that somebody meant to fence would be shown to everybody. */
  private void misspelt(Parts parts, List<Fence> fences) {
    List<String> lines = parts.body().lines().toList();
    BitSet fenced = new BitSet();
    fences.forEach(f -> fenced.set(f.open(), Math.min(f.close(), lines.size()) + 1));
    BitSet code = code(lines, fenced);
    for (int i = 0; i < lines.size(); i++) {
      Matcher m = MISSPELT.matcher(lines.get(i));
      if (!fenced.get(i) && !code.get(i) && m.matches() && areReaders(m.group(1).strip())) {
        text.wrong(
            Code.FENCE_MALFORMED,
            new Span(text.path(), parts.bodyLine() + i, 1, lines.get(i).length()),
            "'" + lines.get(i).strip() + "'",
            "::: at the start of the line, a space, a classification narrower than public, and audiences",
            "write for example '::: sensitive partner-cert', or ::: alone to close");
      }
    }
  }

  /** Names, of which one may be misspelt too; a sentence is none. */
  private boolean areReaders(String words) {
    List<String> names = List.of(words.split("\\s+"));
    return names.size() == 1 || names.stream().anyMatch(markings::isName);
  }

  /** The lines of closed code blocks: what is not closed may be a slip as well. */
  private static BitSet code(List<String> lines, BitSet fenced) {
    BitSet code = new BitSet();
    String mark = "";
    int open = 0;
    for (int i = 0; i < lines.size(); i++) {
      Matcher m = CODE.matcher(lines.get(i));
      if (fenced.get(i) || !m.matches()) {
        continue;
      }
      String found = m.group(1) == null ? m.group(2) : m.group(1);
      if (mark.isEmpty()) {
        mark = found;
        open = i;
      } else if (found.startsWith(mark) && lines.get(i).strip().equals(found)) {
        code.set(open, i);
        mark = "";
      }
    }
    return code;
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
      case Node.Scalar s when MARKDOWN.contains(key) && s.block() ->
          find(s.text().lines().toList(), s.at().line() + 1, indent(s));
      case Node.Scalar s when MARKDOWN.contains(key) ->
          checked(Fences.find(text, s.text().lines().toList(), i -> s.at()));
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

  private int indent(Node.Scalar block) {
    String line = text.sourceLine(text.at(block.at().line() + 1, 1));
    return line.length() - line.stripLeading().length();
  }

  private List<Fence> find(List<String> lines, int firstLine, int indent) {
    return checked(Fences.find(text, lines, i -> text.at(firstLine + i, indent + 1)));
  }

  private List<Fence> checked(List<Fence> fences) {
    for (Fence fence : fences) {
      privateFor(fence);
      for (String name : fence.audiences()) {
        Set<String> members = markings.resolve(text, name, fence.at());
        document.ifPresent(m -> readers(fence, name, members, m));
      }
    }
    return fences;
  }

  /** What is private is between the team and one organisation, in a passage too. */
  private void privateFor(Fence fence) {
    boolean several =
        Set.copyOf(fence.audiences()).size() > 1
            || fence.audiences().stream().anyMatch(a -> a.startsWith("@"));
    if (fence.classification() == Classification.PRIVATE && several) {
      text.wrong(
          Code.ONLY_TOO_WIDE,
          fence.at(),
          "a private passage for " + String.join(", ", fence.audiences()),
          "one constituent at most",
          "write ::: sensitive for several readers");
    }
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

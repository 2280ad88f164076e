package org.cresset.document;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;
import org.cresset.problem.Span;

/**
 * A passage for fewer readers than its document, as written.
 *
 * @param open index of its opening line in the text that holds it, counted from 0
 * @param close index of its closing line; the text's length where it is unclosed
 * @param audiences ids and groups as written; empty means the team alone
 * @param at where the opening line stands in the file
 */
public record Fence(
    int open, int close, Classification classification, List<String> audiences, Span at) {

  /**
   * The passage's own marking in a document: the stricter handling of the two, and the readers that
   * the fence names. Reading it needs the right to read the document besides.
   */
  public Marking marking(Marking document, Register register) {
    Set<String> only = new TreeSet<>();
    for (String name : audiences) {
      register.members(name).ifPresent(only::addAll);
    }
    Set<String> preview = new TreeSet<>(only);
    preview.retainAll(document.preview());
    Label label = document.label().with(new Label(classification, tlp()));
    return new Marking(label, only, document.draft(), document.embargo(), preview);
  }

  private Tlp tlp() {
    boolean group = audiences.stream().anyMatch(a -> a.startsWith("@"));
    return Tlp.usual(classification, group);
  }
}

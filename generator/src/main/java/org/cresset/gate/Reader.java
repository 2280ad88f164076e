package org.cresset.gate;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.document.Fence;
import org.cresset.document.Register;
import org.cresset.marking.Audience;
import org.cresset.marking.Label;
import org.cresset.marking.Marking;
import org.cresset.marking.Tlp;

/** One audience at one time, and what it may read of a document. */
record Reader(Audience audience, Instant asOf, Register register) {

  boolean mayRead(Marking marking) {
    return audience.mayRead(marking, asOf);
  }

  /** A passage needs the right to read both; the stricter handling holds. */
  boolean mayRead(Marking document, Fence fence) {
    return mayRead(document) && mayRead(passage(document, fence));
  }

  /** The marking of a passage of a document. */
  Marking passage(Marking document, Fence fence) {
    Set<String> only = new TreeSet<>();
    for (String name : fence.audiences()) {
      register.members(name).ifPresent(only::addAll);
    }
    Set<String> preview = new TreeSet<>(only);
    preview.retainAll(document.preview());
    return new Marking(label(document, fence), only, document.draft(), document.embargo(), preview);
  }

  private static Label label(Marking document, Fence fence) {
    boolean group = fence.audiences().stream().anyMatch(a -> a.startsWith("@"));
    Tlp tlp =
        switch (fence.classification()) {
          case PUBLIC -> Tlp.CLEAR;
          case PRIVATE -> Tlp.AMBER_STRICT;
          case SENSITIVE -> group ? Tlp.GREEN : Tlp.AMBER;
          case HIGHLY_SENSITIVE, CLASSIFIED -> Tlp.RED;
        };
    return document.label().with(new Label(fence.classification(), tlp));
  }

  /** Who else reads it, in words: said to the team alone, since membership is never shown to members. */
  String readers(java.util.Collection<String> names) {
    if (!audience.isTeam()) {
      return "";
    }
    return names.isEmpty() ? "the team alone" : String.join(", ", names);
  }
}

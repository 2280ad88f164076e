package org.cresset.gate;

import java.time.Instant;
import java.util.Collection;
import org.cresset.document.Fence;
import org.cresset.document.Register;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;

/** One audience at one time, and what it may read of a document. */
record Reader(Audience audience, Instant asOf, Register register) {

  boolean mayRead(Marking marking) {
    return audience.mayRead(marking, asOf);
  }

  /** A passage needs the right to read both. */
  boolean mayRead(Marking document, Fence fence) {
    return mayRead(document) && mayRead(passage(document, fence));
  }

  Marking passage(Marking document, Fence fence) {
    return fence.marking(document, register);
  }

  /**
   * Who else reads it, in words: said to the team alone, since membership is never shown to
   * members.
   */
  String readers(Collection<String> names) {
    if (!audience.isTeam()) {
      return "";
    }
    return names.isEmpty() ? "the team alone" : String.join(", ", names);
  }
}

package org.cresset.gate;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fences;
import org.cresset.document.Register;
import org.cresset.marking.Audience;
import org.cresset.marking.Marking;
import org.cresset.model.MarkdownValues;

/** One audience at one time, and what it may read of a document. */
record Reader(Audience audience, Instant asOf, Register register) {

  private static final Audience PUBLIC = new Audience("public", new Audience.Anyone(), false);

  boolean mayRead(Marking marking) {
    return audience.mayRead(marking, asOf);
  }

  /** Whether anyone may read it now. */
  boolean isOpen(Marking marking) {
    return PUBLIC.mayRead(marking, asOf);
  }

  /** Anyone, at the same time. */
  Reader open() {
    return new Reader(PUBLIC, asOf, register);
  }

  boolean isMember() {
    return audience.readers() instanceof Audience.Member;
  }

  /**
   * Whether a document is for this edition. A member's edition holds what is meant for it; what
   * anyone may read is on the public site, unless parts of it are for this member.
   */
  boolean gets(Document d) {
    if (!mayRead(d.marking())) {
      return false;
    }
    return !isMember()
        || !isOpen(d.marking())
        || fences(d).anyMatch(f -> mayRead(d.marking(), f))
        || d.attachments().stream()
            .flatMap(a -> a.marking().stream())
            .anyMatch(m -> !isOpen(m) && mayRead(m));
  }

  private static Stream<Fence> fences(Document d) {
    return Stream.concat(
        d.body().fences().stream(),
        MarkdownValues.of(d.details()).stream().flatMap(t -> Fences.find(t.markdown()).stream()));
  }

  /** Whether this member gets it before it is released. */
  boolean isPreview(Marking marking) {
    return isMember() && (marking.draft() || marking.embargoed(asOf));
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

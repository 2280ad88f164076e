package org.cresset.check;

import java.util.Set;
import java.util.TreeSet;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;

/**
 * Who besides the team may come to read a text, as soon as it is released.
 *
 * @param anyone whether everybody may
 * @param police whether it is handed to law enforcement
 * @param members ids of the register
 */
record Receivers(boolean anyone, boolean police, Set<String> members) {

  static Receivers of(Marking marking, boolean police) {
    Set<String> members = new TreeSet<>(marking.only());
    members.addAll(marking.preview());
    return new Receivers(
        marking.classification() == Classification.PUBLIC, police, Set.copyOf(members));
  }

  /** Those who may read a passage of the text. */
  Receivers in(Marking passage) {
    if (passage.classification() == Classification.PUBLIC) {
      return this;
    }
    Set<String> members = new TreeSet<>(passage.only());
    if (!anyone) {
      members.retainAll(this.members);
    }
    return new Receivers(false, police && !members.isEmpty(), Set.copyOf(members));
  }

  /** Whether the team keeps it to itself. */
  boolean none() {
    return !anyone && !police && members.isEmpty();
  }

  /** In words, for the team. */
  String words() {
    if (anyone) {
      return "anyone";
    }
    Set<String> all = new TreeSet<>(members);
    if (police) {
      all.add("law enforcement");
    }
    return String.join(", ", all);
  }
}

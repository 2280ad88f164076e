package org.cresset.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cresset.model.Software;
import org.cresset.problem.Span;

/**
 * A constituent, partner team or vendor of the register; for the team alone.
 *
 * @param also other names by which people know it
 * @param type constituent, partner or vendor
 * @param sharesWith ids of others whose domains or address ranges overlap with its own, knowingly
 */
public record Organisation(
    String id,
    String shown,
    String name,
    List<String> also,
    String type,
    boolean trusted,
    List<String> groups,
    Optional<String> nominatedBy,
    Optional<LocalDate> verifiedOn,
    List<Person> contacts,
    List<String> domains,
    List<String> addressRanges,
    List<String> sharesWith,
    List<String> hardware,
    List<Software> software,
    Delivery delivery,
    Disclosure disclosure,
    Span at) {

  /** A registered security contact. */
  public record Person(
      String name,
      Optional<String> role,
      Optional<String> phone,
      Optional<String> email,
      Optional<String> openpgp,
      Optional<String> afterHours) {}

  /** How it gets its edition; plain only where somebody agreed. */
  public record Delivery(boolean plain, Optional<String> agreedBy, Optional<LocalDate> agreedOn) {}

  /**
   * What may be told about it, permitted in advance.
   *
   * @param to law_enforcement, partners: the only ones who may be told
   * @param toAnyone whether it is not said to whom
   */
  public record Disclosure(
      boolean name, boolean hosts, boolean contacts, List<String> to, boolean toAnyone) {}
}

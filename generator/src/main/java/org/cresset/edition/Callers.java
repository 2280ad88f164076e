package org.cresset.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.model.DocumentId;

/**
 * What whoever answers the telephone needs (S31); for the team alone.
 *
 * @param press how the press officer is reached
 * @param contacts registered numbers, by organisation
 * @param published reports and notices that anyone may read
 */
public record Callers(Optional<String> press, List<CallBack> contacts, Set<DocumentId> published) {
  public static final Callers NONE = new Callers(Optional.empty(), List.of(), Set.of());

  /**
   * A registered contact.
   *
   * @param organisation its id in the register
   * @param name of the organisation
   * @param phone the number to call back
   * @param afterHours for dialling only, told to nobody
   */
  public record CallBack(
      String organisation,
      String name,
      String contact,
      String role,
      String phone,
      String afterHours) {}
}

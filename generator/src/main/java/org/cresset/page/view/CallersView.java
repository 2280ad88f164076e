package org.cresset.page.view;

import java.util.List;

/**
 * What may be said on the telephone.
 *
 * @param press how the press officer is reached; empty where the settings do not say
 * @param cases those that are open, and those of which something is public
 */
public record CallersView(String press, List<Case> cases, List<Contact> contacts) implements View {
  /**
   * What may be said when somebody gives the id of a case.
   *
   * @param answers public documents that say it; none where nothing may be said
   * @param sites whose contacts may be told of it, after a call back
   */
  public record Case(Ref report, String status, List<Ref> answers, List<Site> sites) {}

  /** An organisation; {@code listed} if it has a number below. */
  public record Site(String id, String name, boolean listed) {}

  /** A registered contact. */
  public record Contact(
      String organisation,
      String name,
      String contact,
      String role,
      String phone,
      String afterHours) {}
}

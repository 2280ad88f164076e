package org.cresset.document;

import java.util.Set;

/** Which keys of front matter the team's editions alone show (content format, Who reads what). */
public final class TeamOnlyKeys {
  private static final Set<String> KEYS =
      Set.of(
          "controller",
          "contacts",
          "permissions",
          "coordination",
          "costs",
          "triage",
          "priority",
          "intake",
          "evidence",
          "refer_again",
          "retain_until",
          "legal_hold",
          "preview_to",
          "disclosure_ok",
          "embargo_until",
          "held_elsewhere",
          "origin",
          "of");

  private TeamOnlyKeys() {}

  /** Whether no reader outside the team sees any value of that key. */
  public static boolean contains(String key) {
    return KEYS.contains(key);
  }
}

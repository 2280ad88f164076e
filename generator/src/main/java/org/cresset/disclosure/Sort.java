package org.cresset.disclosure;

/** What of an organisation a text names; each is permitted apart. */
public enum Sort {
  NAME,
  /** A domain, a host in it, or an address in a registered range. */
  HOST,
  CONTACT,
  /** Numbers and addresses for use after hours, which can't be permitted to anyone. */
  AFTER_HOURS
}

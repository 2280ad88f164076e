package org.cresset.page.view;

import java.util.List;
import java.util.Optional;

/**
 * The keys.
 *
 * @param armoured the signing key's public form, as in keys/team.asc
 * @param keys all that sign, did or will, the newest first
 * @param domain of the mail address, where mail programs find the key; empty where they don't
 */
public record KeysView(String armoured, List<Entry> keys, Optional<String> domain) implements View {
  /**
   * One key.
   *
   * @param standing in one word, as a token
   * @param href of its file
   */
  public record Entry(
      String fingerprint,
      String userId,
      String standing,
      Optional<Time> from,
      Optional<Time> until,
      List<Part> parts,
      String href) {}

  /** A part that signs. */
  public record Part(String fingerprint, Time from, Optional<Time> until) {}
}

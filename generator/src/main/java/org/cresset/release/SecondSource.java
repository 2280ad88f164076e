package org.cresset.release;

import java.util.List;

/** What another source of the same edition tells of a release that is genuine in itself. */
final class SecondSource {
  private SecondSource() {}

  /**
   * A newer release there makes this one stale; another one of the same number is a forked history.
   *
   * @param hash of this release's manifest
   * @param there what was found out about the other
   */
  static void compare(
      Manifest here, String hash, Verification there, String place, List<Finding> out) {
    if (there.outcome() == Verification.Outcome.NOT_GENUINE || there.manifest().isEmpty()) {
      String why =
          there.findings().stream()
              .filter(Finding::fatal)
              .map(Finding::message)
              .findFirst()
              .orElse("");
      out.add(note("the other source " + place + " is not genuine: " + why));
      return;
    }
    Manifest other = there.manifest().get();
    if (!other.site().equals(here.site()) || !other.edition().equals(here.edition())) {
      out.add(note("the other source has the edition " + other.edition() + " of " + other.site()));
    } else if (other.release() > here.release()) {
      out.add(
          new Finding(
              Finding.Kind.STALE,
              "",
              "release "
                  + here.release()
                  + " is not the newest: "
                  + place
                  + " has release "
                  + other.release()));
      out.addAll(new Comparison(here, other, "there").files(Finding.Kind.STALE));
    } else if (other.release() == here.release()
        && !there.manifestHash().equals(java.util.Optional.of(hash))) {
      out.add(
          new Finding(
              Finding.Kind.CHAIN,
              "",
              "another release " + here.release() + " than that of " + place));
      out.addAll(new Comparison(here, other, "there").files(Finding.Kind.CHAIN));
    }
  }

  private static Finding note(String message) {
    return new Finding(Finding.Kind.NOTE, "", message);
  }
}

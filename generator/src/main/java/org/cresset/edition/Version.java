package org.cresset.edition;

import java.util.Optional;

/** The program's own version, part of every key under which a made file is kept. */
public final class Version {
  private Version() {}

  /** As in the jar's manifest; {@code development} when run from classes. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}

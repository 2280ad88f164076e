package org.cresset.edition;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program's own version, part of every key under which a made file is kept. */
public final class Version {
  /** Of the program that runs: its file may be another one by the time that something is kept. */
  private static final String BUILD = read();

  private Version() {}

  /** As in the jar's manifest; {@code development} when run from classes. */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  /**
   * Another for each build of the program, as far as its file tells: for what is kept of one run
   * for the next.
   */
  public static String build() {
    return BUILD;
  }

  private static String read() {
    try {
      Path program =
          Path.of(Version.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return current() + " " + Files.size(program) + " " + Files.getLastModifiedTime(program);
    } catch (URISyntaxException | IOException e) {
      return current();
    }
  }
}

package org.cresset.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.problem.Failure;

/** What the gpg program knows of a key whose secret it keeps. */
final class GpgProgram {
  private static final int KIND = 0;
  private static final int VALUE = 9;
  private static final int WHERE = 14;

  private final List<String> home;

  /**
   * @param home where gpg keeps its keys; empty: where it does so by itself
   */
  GpgProgram(Optional<Path> home) {
    this.home = home.map(h -> List.of("--homedir", h.toString())).orElse(List.of());
  }

  /**
   * The public half.
   *
   * @throws Failure of kind KEY if gpg has no such key
   */
  Certificate certificate(String fingerprint) {
    byte[] armoured = gpg("--armor", "--export-options", "export-minimal", "--export", fingerprint);
    if (armoured.length == 0) {
      throw missing(fingerprint);
    }
    return Certificate.parse(armoured);
  }

  /** The agent's names (keygrips) of the secret keys that it can use, by fingerprint. */
  SortedMap<String, String> keygrips(String fingerprint) {
    SortedMap<String, String> grips = new TreeMap<>();
    boolean there = false;
    String part = "";
    String all =
        new String(
            gpg("--with-colons", "--with-keygrip", "--list-secret-keys", fingerprint),
            StandardCharsets.UTF_8);
    for (String line : all.lines().toList()) {
      String[] fields = line.split(":", -1);
      switch (fields[KIND]) {
        // "#" stands for a secret key that is kept elsewhere.
        case "sec", "ssb" -> there = fields.length > WHERE && !fields[WHERE].equals("#");
        case "fpr" -> part = fields[VALUE];
        case "grp" -> {
          if (there) {
            grips.put(part, fields[VALUE]);
          }
        }
        default -> {}
      }
    }
    if (grips.isEmpty()) {
      throw missing(fingerprint);
    }
    return grips;
  }

  private static Failure missing(String fingerprint) {
    return new Failure(
        Failure.Kind.KEY,
        "gpg has no secret key " + fingerprint + ", which signing.key names",
        "gpg --list-secret-keys shows those it has; for a card: gpg --card-status");
  }

  private byte[] gpg(String... arguments) {
    return run(
        "gpg",
        Stream.concat(Stream.of("--batch", "--no-tty"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /**
   * What a program of GnuPG says.
   *
   * @throws Failure of kind KEY if it can't be run
   */
  byte[] run(String program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(home);
    command.addAll(List.of(arguments));
    try {
      Process running =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      running.getOutputStream().close();
      try (InputStream out = running.getInputStream()) {
        byte[] said = out.readAllBytes();
        running.waitFor();
        return said;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable("interrupted", e);
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  static Failure unusable(String why, Exception cause) {
    return new Failure(
        Failure.Kind.KEY,
        "the gpg program can't be used: " + why,
        "install GnuPG, or use a key of cresset keys init (signing: {backend: file})",
        cause);
  }
}

package org.cresset.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cresset.problem.Failure;
import org.cresset.seal.PassphraseSource;

/** Where a passphrase comes from: a file descriptor, or the terminal; never an argument. */
final class Passphrase implements PassphraseSource {
  private static final String DESCRIPTOR = "CRESSET_KEY_PASSPHRASE_FD";

  private final Surroundings world;

  Passphrase(Surroundings world) {
    this.world = world;
  }

  /** A fresh array, to be emptied by whoever uses it. */
  @Override
  public char[] get() {
    String number = world.environment().get(DESCRIPTOR);
    if (number != null) {
      return fromDescriptor(number.strip());
    }
    char[] typed = askTerminal("Passphrase of the signing key: ");
    if (typed.length == 0) {
      throw new Failure(
          Failure.Kind.KEY,
          "the signing key is locked",
          "give its passphrase on a file descriptor named by "
              + DESCRIPTOR
              + ", or run this in a terminal");
    }
    return typed;
  }

  @Override
  public boolean given() {
    return world.environment().containsKey(DESCRIPTOR);
  }

  /** The same for a new key: in a terminal it is asked for twice. */
  char[] chosen() {
    char[] first = get();
    if (world.environment().containsKey(DESCRIPTOR)) {
      return first;
    }
    char[] second = askTerminal("The same passphrase again: ");
    if (!Arrays.equals(first, second)) {
      throw new Failure(
          Failure.Kind.USAGE, "the two passphrases differ", "run it again; no key was made");
    }
    return first;
  }

  @SuppressForbidden
  static char[] askTerminal(String question) {
    java.io.Console console = System.console();
    if (console == null) {
      return new char[0];
    }
    char[] typed = console.readPassword("%s", question);
    return typed == null ? new char[0] : typed;
  }

  private static char[] fromDescriptor(String number) {
    if (!number.matches("\\d{1,4}")) {
      throw new Failure(
          Failure.Kind.USAGE,
          DESCRIPTOR + " is '" + number + "'",
          "give the number of an open file descriptor");
    }
    try (BufferedReader reader =
        Files.newBufferedReader(Path.of("/dev/fd/" + number), StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      return line == null ? new char[0] : line.toCharArray();
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.KEY,
          "the file descriptor " + number + " of " + DESCRIPTOR + " can't be read",
          "open it, for example with 3<passphrase-file",
          e);
    }
  }
}

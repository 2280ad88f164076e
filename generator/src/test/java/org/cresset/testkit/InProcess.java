package org.cresset.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.cresset.cli.Cli;
import org.cresset.cli.Surroundings;

/**
 * The command line in this process, in a folder and at a time; both streams go to one place.
 *
 * @param answers what it reads from standard input
 */
public record InProcess(Path root, Instant now, Map<String, String> environment, String answers) {
  /** With nothing in the environment, and nobody to answer. */
  public InProcess(Path root, Instant now) {
    this(root, now, Map.of(), "");
  }

  /** How a command ended, and what it printed. */
  public record Said(int status, byte[] bytes) {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  public Said run(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Surroundings world =
        new Surroundings(
            new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
            out,
            out,
            environment,
            Clock.fixed(now, ZoneOffset.UTC),
            root,
            false);
    return new Said(new Cli(world).run(arguments), bytes.toByteArray());
  }
}

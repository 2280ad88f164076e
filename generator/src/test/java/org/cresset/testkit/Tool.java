package org.cresset.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs outside Java that some tests need. */
public enum Tool {
  GPG("gpg"),
  SQV("sqv"),
  CHROMIUM("chromium"),
  NODE("node"),
  STRACE("strace"),
  WKS("gpg-wks-client"),
  NGINX("nginx"),
  APACHE("apache2"),
  CADDY("caddy"),
  PYTHON("python3"),
  RSYNC("rsync"),
  GIT("git");

  private final String program;

  Tool(String program) {
    this.program = program;
  }

  /**
   * Skips the running test where the tool is missing, and says so; fails it instead where the
   * environment has {@code CRESSET_REQUIRE_TOOLS=1}.
   */
  public void require() {
    if (find() != null) {
      return;
    }
    String message = "skipped: needs " + program + ", which is not on the PATH";
    if ("1".equals(System.getenv("CRESSET_REQUIRE_TOOLS"))) {
      fail(message);
    }
    Assumptions.abort(message);
  }

  /** The program's file, or null. */
  public Path find() {
    // Servers lie where only an administrator's path leads.
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
    for (String dir : path.split(File.pathSeparator)) {
      Path file = Path.of(dir, program);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    return null;
  }

  /** What a program said and how it ended. */
  public record Result(int status, String out, String err) {}

  /** Runs a command with the environment added, at most two minutes. */
  public static Result run(Path dir, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("cresset", ".out");
      Path err = Files.createTempFile("cresset", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(dir.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        fail("did not end within two minutes: " + command);
      }
      Result result =
          new Result(
              process.exitValue(),
              Files.readString(out, StandardCharsets.UTF_8),
              Files.readString(err, StandardCharsets.UTF_8));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError("could not run " + command, e);
    }
  }
}

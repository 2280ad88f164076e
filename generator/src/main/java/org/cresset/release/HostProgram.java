package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;

/**
 * A program that talks to a host. Its arguments are a list that no shell sees.
 *
 * @param command the program, and what all its runs have in common
 */
record HostProgram(List<String> command) {
  /** Would lead git to another repository than the one that is named. */
  private static final List<String> MISLEADING =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_COMMON_DIR",
          "GIT_NAMESPACE");

  /** What it said, errors too, and how it ended. */
  record Ended(int status, List<String> lines) {
    /** The first thing that it complained of, else the last thing it said. */
    String why() {
      return lines.stream()
          .filter(l -> l.matches("(?s)(rsync: |fatal: |error: |ssh: |@ERROR).*"))
          .findFirst()
          .or(() -> lines.stream().filter(l -> !l.isBlank()).reduce((a, b) -> b))
          .orElse("no reason given");
    }
  }

  Ended run(String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().keySet().removeAll(MISLEADING);
    builder.environment().put("LC_ALL", "C");
    try {
      Process running = builder.start();
      running.getOutputStream().close();
      List<String> lines =
          new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
      return new Ended(running.waitFor(), lines);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable("interrupted", e);
    } catch (IOException e) {
      throw unusable(String.valueOf(e.getMessage()), e);
    }
  }

  /** The same, where it must end well. */
  Ended must(String... arguments) {
    Ended ended = run(arguments);
    if (ended.status() != 0) {
      throw failed(ended);
    }
    return ended;
  }

  Failure failed(Ended ended) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        command.getFirst()
            + " ended with status "
            + ended.status()
            + ": "
            + Visible.line(Host.shown(ended.why())),
        "mend what it says and run this again, which does what is left");
  }

  private Failure unusable(String why, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the program " + command.getFirst() + " can't be used: " + why,
        "install it, or publish to another kind of place",
        cause);
  }
}

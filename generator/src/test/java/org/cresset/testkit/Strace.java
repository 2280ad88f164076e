package org.cresset.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system calls of a run, and faults put into them, by strace. */
public final class Strace {
  /** Calls that change what is on a disk; the question mark is for machines without one of them. */
  private static final String CHANGING =
      "?openat,?write,?pwrite64,?rename,?renameat,?renameat2,?link,?linkat,?symlink,?symlinkat,"
          + "?unlink,?unlinkat,?rmdir,?mkdir,?mkdirat,?chmod,?fchmod,?fchmodat,?ftruncate,?fsync,"
          + "?fdatasync,?syncfs";

  private static final Pattern LINE = Pattern.compile("(\\d+) +([a-z0-9]+)\\((.*)");

  private Strace() {}

  /**
   * A call that a run makes.
   *
   * @param ordinal which call of this name it is in its thread, from 1
   * @param arguments as strace prints them
   */
  public record Call(String name, int ordinal, String arguments) {
    @Override
    public String toString() {
      return name + " " + ordinal + ": " + arguments;
    }
  }

  /** Skips the running test where strace is missing, or may not trace. */
  public static void require() {
    Tool.STRACE.require();
    Tool.Result tried =
        Tool.run(Path.of("/"), Map.of(), List.of("strace", "-f", "-o", "/dev/null", "true"));
    Assumptions.assumeTrue(tried.status() == 0, "skipped: strace may not trace: " + tried.err());
  }

  /** Runs everything in one thread where it can, so that calls come in the same order each time. */
  public static Cresset steady(Cresset cresset) {
    return cresset.java(
        "-XX:ActiveProcessorCount=1", "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0");
  }

  /** A run that writes down its calls. */
  public static Cresset logging(Cresset cresset, Path log) {
    return steady(cresset)
        .around(
            around(
                "--seccomp-bpf", "-y", "-s", "0", "-o", log.toString(), "-e", "trace=" + CHANGING));
  }

  /**
   * A run in which one call is not made; what happens instead is, say, {@code signal=KILL}.
   *
   * @param log is written: the calls of that name, with the paths of open files
   */
  public static Cresset injecting(Cresset cresset, Call call, String what, Path log) {
    String inject = call.name() + ":" + what + ":when=" + call.ordinal();
    List<String> options = new ArrayList<>();
    if (!what.startsWith("signal=")) {
      // Quicker, but at the stops that this makes no signal is delivered.
      options.add("--seccomp-bpf");
    }
    options.addAll(List.of("-y", "-s", "0", "-o", log.toString()));
    options.addAll(List.of("-e", "trace=" + call.name(), "-e", "inject=" + inject));
    return steady(cresset).around(around(options.toArray(String[]::new)));
  }

  /**
   * Whether a fault hit a call on something below a folder: threads take turns as they like, so the
   * n-th call of a thread need not be the one that it was in an earlier run.
   */
  public static boolean injected(Path log, Path folder) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.anyMatch(l -> l.contains("(INJECTED)") && l.contains(folder.toString()));
    }
  }

  /** Under a narrow umask, which must not show in anything. */
  private static String[] around(String... options) {
    List<String> all =
        new ArrayList<>(List.of("sh", "-c", "umask 077; exec \"$@\"", "sh", "strace"));
    all.addAll(List.of("-f", "-qq"));
    all.addAll(List.of(options));
    return all.toArray(String[]::new);
  }

  /** The calls in a log that change something below a folder, in their order. */
  public static List<Call> changes(Path log, Path folder) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher m = LINE.matcher(line);
      if (m.matches()) {
        int ordinal = counts.merge(m.group(1) + " " + m.group(2), 1, Integer::sum);
        boolean reads = m.group(2).equals("openat") && !m.group(3).contains("O_CREAT");
        if (!reads && m.group(3).contains(folder.toString())) {
          String shown = m.group(3).replace(folder.toString(), "");
          calls.add(new Call(m.group(2), ordinal, shown));
        }
      }
    }
    return calls;
  }

  /** So many of them, evenly spread; all where there are no more. */
  public static <T> List<T> spread(List<T> all, int wanted) {
    List<T> some = new ArrayList<>();
    for (int i = 0; i < Math.min(wanted, all.size()); i++) {
      some.add(all.get((int) ((2L * i + 1) * all.size() / (2L * Math.min(wanted, all.size())))));
    }
    return some;
  }
}

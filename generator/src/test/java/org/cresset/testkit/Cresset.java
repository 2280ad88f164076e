package org.cresset.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line in a process of its own, with nothing of the tests' surroundings in it.
 *
 * @param root the knowledge base
 * @param around a program with arguments that runs it, such as strace
 * @param java options of the virtual machine
 */
public record Cresset(
    Path root, List<String> around, List<String> java, Map<String, String> environment) {
  /** Short runs: the second compiler and several collectors cost more than they bring. */
  private static final List<String> CHEAP =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xlog:cds=off",
          "-Xmx600m",
          "-XX:-UsePerfData",
          "--enable-native-access=ALL-UNNAMED");

  public static Cresset in(Path root) {
    return new Cresset(root, List.of(), List.of(), Map.of());
  }

  public Cresset around(String... program) {
    return new Cresset(root, List.of(program), java, environment);
  }

  public Cresset java(String... options) {
    return new Cresset(root, around, List.of(options), environment);
  }

  public Cresset with(String name, String value) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put(name, value);
    return new Cresset(root, around, java, all);
  }

  /** Runs a command to its end. */
  public Tool.Result run(String... arguments) {
    return Tool.run(root, Map.of(), command(arguments));
  }

  /** The whole command, for those who start it themselves. */
  public List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of("env"));
    for (String name :
        List.of("SOURCE_DATE_EPOCH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "GIT_DIR")) {
      command.add("-u");
      command.add(name);
    }
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(around);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(CHEAP);
    command.add("-XX:+AutoCreateSharedArchive");
    command.add("-XX:SharedArchiveFile=" + jar().resolveSibling("classes.jsa"));
    command.addAll(java);
    command.addAll(List.of("-jar", jar().toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The program itself, made of the classes just compiled; its libraries lie beside it. */
  public static Path jar() {
    return Program.jar();
  }
}

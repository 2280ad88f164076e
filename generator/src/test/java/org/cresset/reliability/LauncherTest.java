package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./cresset} of a checkout, under names with blanks, with JDKs good and bad. */
class LauncherTest {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  @TempDir Path dir;
  private Path home;
  private Path work;

  @BeforeEach
  void checkOut() throws IOException {
    home = Files.createDirectories(dir.resolve("a check out"));
    work = Files.createDirectories(dir.resolve("work here"));
    Path launcher = Path.of(System.getProperty("cresset.home", "..")).resolve("cresset");
    Files.copy(launcher, home.resolve("cresset"), StandardCopyOption.COPY_ATTRIBUTES);
    Path target = Files.createDirectories(home.resolve("generator/target"));
    Trees.copy(Cresset.jar(), target.resolve("cresset-all.jar"));
    Trees.copy(Cresset.jar().resolveSibling("lib"), target.resolve("lib"));
  }

  private Tool.Result run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "-u", "JAVA_HOME"));
    environment.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(List.of("/bin/sh", home.resolve("cresset").toString()));
    command.addAll(List.of(arguments));
    return Tool.run(work, Map.of(), command);
  }

  /** A folder that says it is a JDK, with programs that tell on whoever runs them. */
  private Path jdk(String version) throws IOException {
    Path jdk = dir.resolve("jdk " + version);
    Path bin = Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    for (String program : List.of("java", "javac")) {
      Files.writeString(bin.resolve(program), "#!/bin/sh\necho \"$0 $*\"\nexit 17\n");
      assertThat(bin.resolve(program).toFile().setExecutable(true)).isTrue();
    }
    return jdk;
  }

  private Map<String, String> javaHome(Path jdk) {
    return Map.of("JAVA_HOME", jdk.toString());
  }

  @Test
  void passesArgumentsFolderAndStatusThrough() {
    Tool.Result made = run(javaHome(JDK), "init", "a new base", "--as-of", "2026-10-02T04:00:00Z");
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(work.resolve("a new base/content/cresset.yaml")).exists();
    Tool.Result wrong = run(javaHome(JDK), "check", "--rev", "no such; revision", "--nonsense");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err()).contains("--nonsense");
    assertThat(run(javaHome(JDK), "--version").out()).isNotBlank();
  }

  @Test
  void runsThroughALinkInAnotherFolder() throws Exception {
    Path link = Files.createSymbolicLink(work.resolve("cresset"), home.resolve("cresset"));
    Tool.Result run =
        Tool.run(work, javaHome(JDK), List.of("/bin/sh", link.toString(), "--version"));
    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void takesJavaHomeIfItWillDo() throws Exception {
    for (String version : List.of("21", "21.0.5", "25.0.1", "30-ea")) {
      Tool.Result run = run(javaHome(jdk(version)), "check");
      assertThat(run.status()).as(version + run.err()).isEqualTo(17);
      assertThat(run.out())
          .startsWith(dir.resolve("jdk " + version) + "/bin/java ")
          .contains("check");
    }
  }

  @Test
  void ignoresAnOldJavaHome() throws Exception {
    for (String version : List.of("1.8.0_402", "17.0.9", "20")) {
      Map<String, String> environment =
          Map.of(
              "JAVA_HOME",
              jdk(version).toString(),
              "PATH",
              jdk("21.0.9").resolve("bin") + ":/usr/bin:/bin");
      Tool.Result run = run(environment, "--version");
      assertThat(run.status()).as(version + run.err()).isIn(0, 17);
      assertThat(run.out()).doesNotContain("jdk " + version);
    }
  }

  @Test
  void ignoresABrokenJavaHome() throws Exception {
    Files.createDirectories(dir.resolve("nothing"));
    Map<String, String> environment =
        Map.of(
            "JAVA_HOME",
            dir.resolve("nothing").toString(),
            "PATH",
            jdk("99").resolve("bin") + ":/usr/bin:/bin");
    assertThat(run(environment, "check").out()).startsWith(dir.resolve("jdk 99") + "/bin/java ");
  }

  @Test
  void takesTheNewestOfThosePresent() throws Exception {
    Path sdkman = dir.resolve(".sdkman/candidates/java");
    Files.createDirectories(sdkman);
    Trees.copy(jdk("98.0.1"), sdkman.resolve("98"));
    Trees.copy(jdk("97"), sdkman.resolve("97"));
    Tool.Result run = run(Map.of("HOME", dir.toString()), "check");
    assertThat(run.out()).startsWith(sdkman.resolve("98/bin/java") + " ");
  }

  /** With a JDK that can: JEP 514. */
  @Test
  void rehearsesOnceAndRunsFromWhatWasLearned() throws Exception {
    Path checkout = Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath();
    Trees.copy(checkout.resolve("content"), home.resolve("content"));
    Path cache =
        home.resolve(
            "generator/target/cresset-" + System.getProperty("java.runtime.version") + ".aot");
    for (String hook : List.of("GIT_DIR", "GIT_INDEX_FILE")) {
      Map<String, String> called = Map.of("JAVA_HOME", JDK.toString(), hook, work + "/.git");
      assertThat(run(called, "--version").err()).isEmpty();
      assertThat(cache).doesNotExist();
    }
    // Of a caller's repository, what no hook would set.
    Map<String, String> elsewhere =
        Map.of("JAVA_HOME", JDK.toString(), "GIT_WORK_TREE", work.toString());
    Tool.Result first = run(elsewhere, "--version");
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(work).isEmptyDirectory();
    if (Runtime.version().feature() < 25) {
      assertThat(first.err()).isEmpty();
      assertThat(cache).doesNotExist();
      return;
    }
    assertThat(first.err()).startsWith("cresset: rehearsing on the demonstration");
    assertThat(cache).isNotEmptyFile();
    assertThat(home.resolve(".cresset")).doesNotExist();
    try (Stream<Path> left = Files.list(cache.getParent())) {
      assertThat(left.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("cresset-all.jar", "lib", cache.getFileName().toString());
    }
    Map<String, String> telling =
        Map.of("JAVA_HOME", JDK.toString(), "CRESSET_JAVA_OPTS", "-Xlog:aot=info");
    Tool.Result second = run(telling, "--version");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("Using AOT-linked classes: true");
    Files.write(cache, Arrays.copyOf(Files.readAllBytes(cache), 5_000));
    Tool.Result third = run(javaHome(JDK), "--version");
    assertThat(third.status()).isZero();
    assertThat(third.err()).isEmpty();
    assertThat(third.out()).isEqualTo(first.out());
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    Path empty = Files.createDirectories(dir.resolve("empty"));
    for (String program : List.of("dirname", "sed", "readlink", "env")) {
      Files.copy(Path.of("/usr/bin", program), empty.resolve(program));
    }
    String script = Files.readString(home.resolve("cresset"));
    String nowhere = script.replaceAll("(?m)/usr/lib/jvm/\\*.*; do$", "; do");
    assertThat(nowhere).isNotEqualTo(script);
    Files.writeString(home.resolve("cresset"), nowhere);
    Tool.Result run = run(Map.of("PATH", empty.toString(), "HOME", "/nonexistent"), "check");
    assertThat(run.status()).isEqualTo(5);
    assertThat(run.err())
        .isEqualTo(
            "cresset: no JDK of version 21 or newer was found\n"
                + "help: install one (on Debian: openjdk-21-jdk or a later one), or set JAVA_HOME\n");
  }

  @Test
  void worksWhereTheLocaleIsPlainAndNamesAreNot() throws Exception {
    Path odd = Files.createDirectories(dir.resolve("büro"));
    Tool.Result made =
        Tool.run(
            odd,
            Map.of("JAVA_HOME", JDK.toString(), "LC_ALL", "C"),
            List.of("/bin/sh", home.resolve("cresset").toString(), "init", "größe"));
    assertThat(made.status()).as(made.err()).isZero();
    assertThat(odd.resolve("größe/content/cresset.yaml")).exists();
  }
}

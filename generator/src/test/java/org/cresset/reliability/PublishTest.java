package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Strace;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code cresset publish}: hosts get a release that readers accept, whole, or nothing. */
class PublishTest extends PublishedBase {
  private static final int KILLS = 3;
  private static final int KILLED = 128 + 9;

  private Path host;

  @BeforeEach
  void host() {
    host = here.resolve("www/csirt");
  }

  @Test
  void aFolderGetsWhatIsNew() throws Exception {
    assertThat(publish(0, "--to", host.toString())).contains("public: release 3", "files sent: ");
    assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
    assertThat(publish(0, "--to", host.toString())).contains("there already, unchanged");
    Path page = host.resolve("glossary/patch/index.html");
    Object before = Files.readAttributes(page, "unix:ino").get("ino");
    build();
    assertThat(publish(0, "--to", host.toString())).contains("release 4");
    assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
    assertThat(Files.readAttributes(page, "unix:ino").get("ino")).isEqualTo(before);

    Files.delete(page);
    Files.writeString(page, "Call this number instead.");
    assertThat(publish(0, "--to", host.toString())).contains("files sent: 2,");
    assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
    assertThat(cresset().run("verify", host.toString(), "--key", base.key().toString()).status())
        .isZero();
  }

  @Test
  void afterForgettingNothingOlderStaysThere() throws Exception {
    publish(0, "--to", host.toString());
    build();
    publish(0, "--to", host.toString());
    Path store = here.resolve("www/.csirt.cresset/.releases/public");
    assertThat(store).isDirectoryContaining("glob:**/1").isDirectoryContaining("glob:**/2");
    InProcess.Said forgotten = cresset().run("forget", "--edition", "public", "--reason", "a slip");
    assertThat(forgotten.status()).as(forgotten.text()).isZero();
    publish(0, "--to", host.toString());
    assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
    try (Stream<Path> kept = Files.list(store)) {
      assertThat(kept).containsExactly(host.toRealPath());
    }
  }

  @Test
  void aForgettingThatWasNotHandedOverItselfIsMadeUpFor() throws Exception {
    publish(0, "--to", host.toString());
    build();
    publish(0, "--to", host.toString());
    InProcess.Said forgotten = cresset().run("forget", "--edition", "public", "--reason", "a slip");
    assertThat(forgotten.status()).as(forgotten.text()).isZero();
    Path page = base.root().resolve("content/pages/faq.md");
    Files.writeString(page, Files.readString(page).replace("See", "Look at"));
    git(base.root(), "commit", "-qam", "State 5");
    InProcess.Said built = cresset().run("build");
    assertThat(built.status()).as(built.text()).isZero();
    Path store = here.resolve("www/.csirt.cresset/.releases/public");
    Path disclosed = Trees.copy(host.toRealPath(), here.resolve("disclosed"));
    assertThat(publish(0, "--to", host.toString())).contains("release 6");
    for (String leftover : List.of("1", "spare")) {
      try (Stream<Path> kept = Files.list(store)) {
        assertThat(kept).containsExactly(host.toRealPath());
      }
      // As a run that was killed would leave it.
      Trees.copy(disclosed, store.resolve(leftover));
      assertThat(publish(0, "--to", host.toString())).contains("there already, unchanged");
    }
    try (Stream<Path> kept = Files.list(store)) {
      assertThat(kept).containsExactly(host.toRealPath());
    }
  }

  @Test
  void whatWasDamagedThereIsReplaced() throws Exception {
    publish(0, "--to", host.toString());
    Path manifest = host.resolve("SHA256SUMS");
    String whole = Files.readString(manifest);
    for (String damaged :
        List.of("", "# release: x\n", whole.replace("release: 3", "release: 9"))) {
      assertThat(damaged).isNotEqualTo(whole);
      Files.writeString(manifest, damaged);
      assertThat(publish(0, "--to", host.toString())).contains("files sent: ");
      assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
    }
    Files.delete(host.resolve("SHA256SUMS.asc"));
    publish(0, "--to", host.toString());
    assertThat(Trees.of(host.toRealPath())).isEqualTo(served("public"));
  }

  @Test
  void modesThatWereAlteredAreMended() throws Exception {
    for (boolean successor : List.of(false, true)) {
      publish(0, "--to", host.toString());
      mode(host.resolve("glossary/patch/index.html"), "rw-rw-rw-");
      mode(host.resolve("glossary"), "rwxrwxrwx");
      mode(host.resolve("advisories"), "rwx------");
      if (successor) {
        build();
      }
      assertThat(publish(0, "--to", host.toString())).contains("files sent: ");
      assertModes(host.toRealPath());
      assertThat(publish(0, "--to", host.toString())).contains("there already, unchanged");
    }
  }

  static void mode(Path path, String mode) throws Exception {
    Files.setPosixFilePermissions(path.toRealPath(), PosixFilePermissions.fromString(mode));
  }

  static void assertModes(Path tree) throws Exception {
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : all.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  @Test
  void whatReadersWouldRefuseIsNotSent() throws Exception {
    assertThat(publish(6, "--to", host.toString(), "--as-of", "2046-01-01T00:00:00Z"))
        .contains("stale", "nothing was sent");
    Path keys = base.root().resolve(".cresset/keys");
    Files.move(keys, here.resolve("keys"));
    assertThat(publish(3, "--to", host.toString())).contains("no key of the team here");
    Files.move(here.resolve("keys"), keys);
    Path page = base.site().resolve("public/index.html");
    Files.writeString(page, Files.readString(page).replace("Harbour", "Harbor"));
    assertThat(publish(3, "--to", host.toString())).contains("not genuine", "nothing was sent");
    assertThat(here.resolve("www")).doesNotExist();
  }

  @Test
  void aFolderThatHoldsSomethingElseIsLeftAlone() throws Exception {
    assertThat(publish(0, "--edition", "staff", "--to", host.toString())).contains("staff");
    assertThat(publish(2, "--to", host.toString()))
        .contains("holds a link to .csirt.cresset/staff");
    Path other = Files.createDirectories(here.resolve("other"));
    Files.writeString(other.resolve("index.html"), "Mine");
    assertThat(publish(2, "--to", other.toString())).contains("did not put there");
    assertThat(other.resolve("index.html")).hasContent("Mine");
    Path newer = here.resolve("newer");
    new InProcess(next.root(), now()).run("publish", "--to", newer.toString());
    assertThat(publish(6, "--to", newer.toString())).contains("has release 4 already");
  }

  @Test
  void theCommandLineIsReadWithCare() {
    assertThat(publish(2)).contains("no --to", "--to /srv/www/csirt");
    for (String to :
        List.of(
            "-e:x",
            "--to=-x",
            "web:-x/y",
            "web:a/-x",
            "web:a;b",
            "rsync://-x/y",
            "https://example.org/x",
            "web:../x",
            "git:",
            "git:-x",
            "no\uD800name")) {
      assertThat(publish(2, to.startsWith("--") ? to : "--to=" + to)).as(to).contains("--to is");
    }
    assertThat(publish(5, "--to", "git:ext::sh -c touch% x"))
        .contains("transport 'ext' not allowed");
    assertThat(publish(2, "--edition", "public,staff", "--to", host.toString()))
        .contains("{edition}");
    assertThat(publish(2, "--edition", "press", "--to", host.toString()))
        .contains("no edition 'press'");
    String both = publish(0, "--edition", "public,staff", "--to", host + "-{edition}");
    assertThat(both).contains("www/csirt-public", "www/csirt-staff");
  }

  @Test
  void aRunThatIsKilledLeavesTheOldOrTheNew() throws Exception {
    Strace.require();
    publish(0, "--to", host.toString());
    SortedMap<String, String> old = Trees.of(host.toRealPath());
    build();
    SortedMap<String, String> fresh = served("public");
    Path kept = Trees.copy(here.resolve("www"), here.resolve("kept"));
    Path log = here.resolve("log");
    String[] command = {"publish", "--to", host.toString(), "--as-of", KnowledgeBase.NEXT};
    Strace.logging(base.cresset(), log).run(command);
    List<Strace.Call> calls = Strace.changes(log, here.resolve("www"));
    List<Boolean> news = new ArrayList<>();
    List<Strace.Call> hit = new ArrayList<>(Strace.spread(calls, KILLS));
    hit.addAll(calls.stream().filter(c -> c.arguments().contains("public.new")).toList());
    for (Strace.Call call : hit) {
      Trees.remove(here.resolve("www"));
      Trees.copy(kept, here.resolve("www"));
      Tool.Result run =
          Strace.injecting(base.cresset(), call, "signal=KILL", Path.of("/dev/null")).run(command);
      assertThat(run.status()).as(run.out() + run.err()).isIn(0, KILLED);
      SortedMap<String, String> now = Trees.of(host.toRealPath());
      if (!now.equals(fresh)) {
        assertThat(Trees.differences(old, now)).as(call.toString()).isEmpty();
      }
      if (run.status() == KILLED) {
        news.add(now.equals(fresh));
      }
      publish(0, "--to", host.toString());
      assertThat(Trees.differences(fresh, Trees.of(host.toRealPath()))).isEmpty();
    }
    assertThat(news).hasSizeGreaterThan(1).contains(false);
  }

  @Test
  void gitGetsTheHistoryAndNeverByForce() throws Exception {
    Path remote = here.resolve("remote.git");
    git(here, "init", "-q", "--bare", "-b", "main", remote.toString());
    assertThat(publish(0, "--to", "git:" + remote)).contains("branches and tags sent: 4");
    assertThat(publish(0, "--to", "git:" + remote)).contains("there already, unchanged");
    assertThat(publish(2, "--to", "git")).contains("no remote cresset-public");
    git(base.root(), "remote", "add", "cresset-public", remote.toString());
    build();
    assertThat(publish(0, "--to", "git")).contains("release 4", "branches and tags sent: 2");
    git(here, "clone", "-q", remote.toString(), "clone");
    assertThat(here.resolve("clone/SHA256SUMS"))
        .hasSameBinaryContentAs(base.site().resolve("public/SHA256SUMS"));

    String[] rewritten = {"commit-tree", "-m", "x", "main^{tree}"};
    String commit = git(remote, rewritten);
    git(remote, "update-ref", "refs/heads/main", commit);
    assertThat(publish(5, "--to", "git")).contains("another history", "nothing was pushed");
    assertThat(git(remote, "rev-parse", "main")).isEqualTo(commit);
  }

  @Test
  void aTagThatIsNoReleaseOfTheTeamIsNotPushed() {
    Path remote = here.resolve("remote.git");
    git(here, "init", "-q", "--bare", "-b", "main", remote.toString());
    Path history = base.site().resolve("public.git");
    String stray = git(history, "commit-tree", "-m", "private", "main^{tree}");
    git(history, "tag", "release/9", stray);
    assertThat(publish(3, "--to", "git:" + remote)).contains("release/9", "not a signed one");
    git(history, "tag", "-f", "-a", "-m", "x", "release/9", stray);
    assertThat(publish(3, "--to", "git:" + remote)).contains("no release that main leads to");
    git(history, "tag", "-f", "-a", "-m", "x", "release/9", "main");
    assertThat(publish(3, "--to", "git:" + remote)).contains("is not of that release");
    git(history, "tag", "-d", "release/9");
    String second = git(history, "rev-parse", "release/2");
    git(history, "tag", "-f", "-a", "-m", "x", "release/2", "release/2^{commit}");
    assertThat(publish(3, "--to", "git:" + remote)).contains("not signed by a key of the team");
    git(history, "update-ref", "refs/tags/release/2", second);
    String head = git(history, "rev-parse", "release/3");
    git(history, "tag", "-f", "-a", "-m", "x", "release/3", "main");
    assertThat(publish(3, "--to", "git:" + remote)).contains("not signed by the release's key");
    assertThat(git(remote, "for-each-ref")).isEmpty();
    git(history, "update-ref", "refs/tags/release/3", head);
    git(history, "tag", "private", stray);
    git(history, "branch", "private", stray);
    assertThat(publish(0, "--to", "git:" + remote)).contains("branches and tags sent: 4");
  }

  @Test
  void aSecretInAnAddressIsNotShown() {
    Path remote = here.resolve("remote.git");
    git(here, "init", "-q", "--bare", "-b", "main", remote.toString());
    // For git it is a place that is not there, until the settings lead it to another.
    String secret = "https://desk:s3cr3t@127.0.0.1:9/x.git";
    for (String to :
        List.of(
            "git:" + secret, "git:https://s3cr3t@127.0.0.1:9/x", "git:https://a:b@s3cr3t@::1/")) {
      assertThat(publish(5, "--to", to)).contains("git ended").doesNotContain("s3cr3t");
    }
    for (String to : List.of("rsync://desk:s3cr3t@example.org/x", secret, "-//x:s3cr3t@example")) {
      assertThat(publish(2, "--to=" + to)).contains("--to is").doesNotContain("s3cr3t");
    }
    Path history = base.site().resolve("public.git");
    git(history, "config", "url." + remote + ".insteadOf", secret);
    for (String form : List.of("--color=never", "--json")) {
      assertThat(publish(0, form, "--to", "git:" + secret))
          .contains("git:https://desk@127.0.0.1:9/x.git")
          .doesNotContain("s3cr3t");
    }
  }

  @Test
  void aHistoryThatDoesNotEndWithTheReleaseIsNotPushed() throws Exception {
    Path remote = here.resolve("remote.git");
    git(here, "init", "-q", "--bare", "-b", "main", remote.toString());
    git(base.site().resolve("public.git"), "update-ref", "refs/heads/main", "release/2^{commit}");
    assertThat(publish(3, "--to", "git:" + remote)).contains("does not end with");
    assertThat(git(remote, "for-each-ref")).isEmpty();
  }

  private static String git(Path in, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=x", "-c", "user.email=x@example.org"));
    command.addAll(List.of(arguments));
    Tool.Result result = Tool.run(in, Map.of("GIT_CONFIG_GLOBAL", "/dev/null"), command);
    assertThat(result.status()).as(result.err()).isZero();
    return result.out().strip();
  }
}

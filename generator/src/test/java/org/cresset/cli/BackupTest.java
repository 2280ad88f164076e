package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cresset.git.Restored;
import org.cresset.seal.Gpg;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.Test;

/** What {@code backup} wrote comes back by {@code restore} whole, or not at all. */
class BackupTest extends KeyedTeam {
  private static final String NOW = "2026-10-09T04:00:00Z";

  private Path file() {
    return dir.resolve("kb.pgp");
  }

  /** With a key that has no passphrase, which is quicker to use again and again. */
  private Path backup() throws IOException {
    done(NOW, "build", "--site", dir.resolve("first").toString());
    done(NOW, "backup", file().toString());
    return file();
  }

  private Said restore(Path file, String... more) throws IOException {
    return at(
        NOW,
        Stream.concat(
                Stream.of("restore", file.toString(), "--into", back().toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  private Path back() {
    return dir.resolve("back");
  }

  private static String git(Path repository, String... arguments) {
    return GitFixture.at(repository).git(arguments);
  }

  /** All that the test's folder holds besides what it began with and the named. */
  private Set<String> left(String... known) throws IOException {
    try (Stream<Path> all = Files.list(dir)) {
      Set<String> names = new TreeSet<>(all.map(p -> p.getFileName().toString()).toList());
      names.removeAll(Set.of("base", "passphrase", "first"));
      names.removeAll(Arrays.asList(known));
      return names;
    }
  }

  /** A merge, tags of both kinds, one of a blob, notes, a stash, odd files. */
  private void live() throws IOException {
    git.git("checkout", "-q", "-b", "advisory/login");
    git.write("content/pages/about.md", page("public"));
    git.commit("Branch");
    git.git("checkout", "-q", "main");
    git.write("content/pages/plan.md", page("private"));
    git.write("tools/run", "#!/bin/sh\n");
    Files.setPosixFilePermissions(
        root.resolve("tools/run"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createSymbolicLink(root.resolve("tools/link"), Path.of("run"));
    git.write(".gitattributes", "*.bin -text\ntools/run filter=evil\n");
    git.write("tools/zeros.bin", new byte[3000]);
    git.commit("Main");
    git.git("merge", "-q", "--no-ff", "-m", "Merge", "advisory/login");
    git.git("tag", "-a", "-m", "Reviewed", "reviewed");
    git.git("tag", "light", "HEAD~1");
    git.git("tag", "blob", "HEAD:content/cresset.yaml");
    git.git("notes", "add", "-m", "Seen", "HEAD");
    git.write("content/pages/plan.md", page("sensitive"));
    git.git("stash", "-q");
    git.git("update-ref", "refs/elsewhere/kept", "HEAD~2");
    git.git("checkout", "-q", "-b", "zeta");
    git.git("branch", "alpha");
  }

  @Test
  void allOfItComesBackAndBuildsTheSameBytes() throws Exception {
    done("2026-10-01T08:00:00Z", "keys", "init");
    live();
    git.write("content/pages/draft.md", page("private"));
    String made = done(NOW, "backup", file().toString());
    assertThat(made)
        .contains("not committed: 1 files")
        .contains("content/pages/draft.md")
        .contains(" 10 refs, ")
        .contains("HEAD " + git.git("rev-parse", "HEAD"))
        .contains("sha256 " + sha256(file()));
    assertThat(mode(file())).isEqualTo("rw-------");
    Files.delete(root.resolve("content/pages/draft.md"));

    Said restored = restore(file());
    assertThat(restored.status()).as(restored.out()).isZero();
    assertThat(restored.out()).contains("10 refs").contains("backed up at " + NOW);
    assertThat(left("kb.pgp", "back")).isEmpty();
    for (String question :
        new String[] {
          "for-each-ref", "symbolic-ref HEAD", "log --all --graph --format=raw", "ls-files --stage",
        }) {
      assertThat(git(back(), question.split(" ")))
          .as(question)
          .isEqualTo(git.git(question.split(" ")))
          .isNotEmpty();
    }
    assertThat(git(back(), "status", "--porcelain", "--ignored")).isEmpty();
    git(back(), "fsck", "--strict", "--full");
    assertThat(git(back(), "config", "--local", "--list")).doesNotContain("hook", "remote");
    assertThat(back().resolve(".git/hooks")).isEmptyDirectory();
    assertThat(mode(back())).isEqualTo("rwx------");
    assertThat(Files.readSymbolicLink(back().resolve("tools/link"))).isEqualTo(Path.of("run"));
    assertThat(Files.isExecutable(back().resolve("tools/run"))).isTrue();

    Trees.copy(root.resolve(".cresset/keys"), Files.createDirectory(back().resolve(".cresset")));
    done(NOW, "build", "--site", dir.resolve("here").toString());
    done(NOW, "build", "--site", dir.resolve("there").toString(), "--root", back().toString());
    assertThat(Trees.published(dir.resolve("there"))).hasSizeGreaterThan(50);
    assertThat(
            Trees.differences(
                Trees.published(dir.resolve("here")), Trees.published(dir.resolve("there"))))
        .isEmpty();
  }

  @Test
  void aDetachedHeadStaysSo() throws Exception {
    git.git("checkout", "-q", "--detach");
    backup();
    assertThat(restore(file()).status()).isZero();
    assertThat(git(back(), "rev-parse", "--abbrev-ref", "HEAD")).isEqualTo("HEAD");
    assertThat(git(back(), "rev-parse", "HEAD")).isEqualTo(git.git("rev-parse", "main"));
  }

  @Test
  void noByteCanBeAnotherAndNoneMissingOrAdded() throws Exception {
    byte[] whole = Files.readAllBytes(backup());
    int[] places =
        IntStream.concat(
                IntStream.concat(
                    IntStream.range(0, 60).map(i -> i * 2),
                    IntStream.range(0, 25).map(i -> i * 99)),
                IntStream.range(whole.length - 20, whole.length))
            .filter(i -> i < whole.length)
            .distinct()
            .toArray();
    Path changed = dir.resolve("changed.pgp");
    int notGenuine = 0;
    for (int at : places) {
      byte[] bytes = whole.clone();
      bytes[at] ^= (byte) (1 << (at % 8));
      Files.write(changed, bytes);
      Said said = restore(changed);
      assertThat(said.status()).as("byte %d: %s", at, said.out()).isIn(3, 4);
      notGenuine += said.status() == 3 ? 1 : 0;
      assertThat(left("kb.pgp", "changed.pgp")).isEmpty();
    }
    assertThat(notGenuine).isGreaterThan(40);
    for (int length : new int[] {0, 1, 50, 200, whole.length / 2, whole.length - 1}) {
      Files.write(changed, Arrays.copyOf(whole, length));
      assertThat(restore(changed).status()).as("%d bytes", length).isEqualTo(3);
    }
    Files.write(changed, Arrays.copyOf(whole, whole.length + 1));
    assertThat(restore(changed).status()).isEqualTo(3);
    assertThat(left("kb.pgp", "changed.pgp")).isEmpty();
    assertThat(restore(file()).status()).isZero();
  }

  @Test
  void whatIsNotTheTeamsIsRefusedHoweverItIsEncrypted() throws Exception {
    backup();
    Path team = dir.resolve("team.asc");
    Files.writeString(team, done(NOW, "keys", "export"));
    Path other = Trees.copy(root, dir.resolve("other"));
    Trees.remove(other.resolve(".cresset"));
    String there = other.toString();
    done(NOW, "build", "--root", there, "--site", dir.resolve("second").toString());
    Path stranger = dir.resolve("stranger.asc");
    Files.writeString(stranger, done(NOW, "keys", "export", "--root", there));
    Path forged = dir.resolve("forged.pgp");
    done(NOW, "backup", forged.toString(), "--root", there, "--to", team.toString());

    Said refused = restore(forged);
    assertThat(refused.status()).as(refused.out()).isEqualTo(3);
    assertThat(refused.out()).contains("not signed by the team: made by another key than");
    assertThat(back()).doesNotExist();
    assertThat(restore(forged, "--key", stranger.toString()).status()).isZero();
    Trees.remove(back());

    Said locked = restore(file(), "--root", there, "--key", team.toString());
    assertThat(locked.status()).isEqualTo(4);
    assertThat(locked.out()).contains("is encrypted for other keys");
    Said unknown = restore(file(), "--root", dir.resolve("nowhere").toString());
    assertThat(unknown.status()).isEqualTo(4);
    assertThat(unknown.out()).contains("nothing says who must have signed");
    assertThat(back()).doesNotExist();
    Said early = at("2026-10-01T00:00:00Z", "restore", file().toString(), "--into", "early");
    assertThat(early.status()).isEqualTo(3);
    assertThat(early.out()).contains("made in the future");

    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", team.toString());
      gpg.must(
          "--passphrase", "", "--quick-gen-key", "x@example.org", "default", "default", "never");
      String message = gpg.home().resolve("m.pgp").toString();
      for (String how : new String[] {"-e", "-se"}) {
        gpg.must(
            "--trust-model",
            "always",
            "-z",
            "0",
            "-r",
            "csirt@example.org",
            "-o",
            message,
            how,
            team.toString());
        Said said = restore(Path.of(message));
        assertThat(said.status()).as(said.out()).isEqualTo(3);
      }
    }
  }

  @Test
  void aSealedEditionIsNoBackup() throws Exception {
    git.write("content/cresset.yaml", SETTINGS + "  vault: {readers: team, sealed: true}\n");
    git.commit("Vault");
    done(NOW, "build");
    try (Stream<Path> all = Files.list(root.resolve("site/.sealed"))) {
      Path sealed = all.filter(f -> f.toString().endsWith(".pgp")).findFirst().orElseThrow();
      Said said = restore(sealed);
      assertThat(said.status()).isEqualTo(3);
      assertThat(said.out()).contains("is genuine but holds no repository");
      assertThat(back()).doesNotExist();
    }
  }

  @Test
  void whatIsInTheWayIsNamedAndLeftAlone() throws Exception {
    Said none = at(NOW, "backup", file().toString());
    assertThat(none.status()).isEqualTo(4);
    assertThat(none.out()).contains("there is no key yet");
    assertThat(root.resolve(".cresset/keys")).doesNotExist();
    backup();
    byte[] before = Files.readAllBytes(file());
    Said there = at(NOW, "backup", file().toString());
    assertThat(there.status()).isEqualTo(2);
    assertThat(there.out()).contains("is there already").contains("--overwrite");
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    done(NOW, "backup", file().toString(), "--overwrite");
    assertThat(Files.readAllBytes(file())).isNotEqualTo(before);

    Files.createDirectories(back().resolve("x"));
    Said full = restore(file());
    assertThat(full.status()).isEqualTo(2);
    assertThat(full.out()).contains("is no empty folder");
    Files.delete(back().resolve("x"));
    assertThat(restore(file()).status()).isZero();
    Said nowhere = at(NOW, "backup", dir.resolve("no/kb.pgp").toString());
    assertThat(nowhere.status()).isEqualTo(5);
    assertThat(nowhere.out()).contains("there is no folder for it");
    Said missing = at(NOW, "restore", dir.resolve("missing.pgp").toString());
    assertThat(missing.status()).isEqualTo(5);
    assertThat(missing.out())
        .contains("missing.pgp")
        .contains("there is no such file", "help: name the file that cresset backup wrote");
  }

  @Test
  void whatCanBeNeitherFileNorPlaceIsWrongUse() throws Exception {
    backup();
    for (Path folder : List.of(Path.of("/"), root)) {
      Said said = at(NOW, "restore", folder.toString());
      assertThat(said.status()).as(said.out()).isEqualTo(2);
      assertThat(said.out()).contains(folder + " is a folder", "help: name the file");
    }
    Said unnamable = restore(file(), "--key", "a\0b");
    assertThat(unnamable.status()).as(unnamable.out()).isEqualTo(2);
    assertThat(unnamable.out()).contains("can't be the name of a file", "help: ");

    Path here = Files.createDirectory(dir.resolve("here"));
    String[] arguments = {"restore", file().toString(), "--into", ".", "--root", root.toString()};
    InProcess.Said inside = new InProcess(here, Instant.parse(NOW)).run(arguments);
    assertThat(inside.status()).as(inside.text()).isEqualTo(2);
    assertThat(inside.text()).contains("is the folder that this runs in");
    assertThat(here).isEmptyDirectory();
  }

  @Test
  void noFileIsLaidOutBeforeTheWholeWasFoundGenuine() throws Exception {
    Path bundle = dir.resolve("all.bundle");
    git.git("bundle", "create", "-q", bundle.toString(), "HEAD", "--all");
    try (Restored restored = Restored.at(back());
        InputStream content = Files.newInputStream(bundle)) {
      restored.take(content);
      Path begun = dir.resolve(String.join("", left("all.bundle")));
      assertThat(begun.toFile().list()).containsExactly(".git");
      restored.finish();
    }
    assertThat(back().resolve("content/cresset.yaml")).hasContent(SETTINGS.strip());
    assertThat(git(back(), "status", "--porcelain")).isEmpty();
  }

  @Test
  void anIncompleteRepositoryIsRefusedByName() throws Exception {
    git.write("content/pages/about.md", page("public"));
    git.commit("Second");
    backup();
    Files.delete(file());
    Path shallow = dir.resolve("shallow");
    git.git("clone", "-q", "--depth", "1", root.toUri().toString(), shallow.toString());
    Trees.copy(root.resolve(".cresset"), shallow);
    Said cut = at(NOW, "backup", file().toString(), "--root", shallow.toString());
    assertThat(cut.status()).isEqualTo(5);
    assertThat(cut.out()).contains("shallow").contains("git fetch --unshallow");

    String blob = git.git("rev-parse", "HEAD:content/pages/about.md");
    Path object =
        root.resolve(".git/objects").resolve(blob.substring(0, 2)).resolve(blob.substring(2));
    byte[] kept = Files.readAllBytes(object);
    Files.delete(object);
    Said holed = at(NOW, "backup", file().toString());
    assertThat(holed.status()).isEqualTo(5);
    assertThat(holed.out()).contains("object " + blob + " is missing");
    kept[kept.length / 2] ^= 1;
    Files.write(object, kept);
    Said broken = at(NOW, "backup", file().toString());
    assertThat(broken.status()).as(broken.out()).isEqualTo(5);
    assertThat(broken.out()).contains("git fsck");
    assertThat(left("shallow")).isEmpty();
  }

  @Test
  void aDiskThatIsFullLeavesNothing() throws Exception {
    git.write("noise.bin", noise(300_000));
    git.commit("Noise");
    backup();
    Path again = dir.resolve("again.pgp");
    Cresset small =
        Cresset.in(root)
            .java("-XX:-AutoCreateSharedArchive", "-Xshare:off")
            .around("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh");
    Tool.Result full = small.run("backup", again.toString());
    assertThat(full.status()).as(full.out() + full.err()).isEqualTo(5);
    assertThat(full.err()).contains("can't write " + again).contains("File too large");
    Tool.Result none = small.run("restore", file().toString(), "--into", back().toString());
    assertThat(none.status()).as(none.out() + none.err()).isEqualTo(5);
    assertThat(none.err()).contains("nothing can be restored into " + back());
    assertThat(left("kb.pgp")).isEmpty();
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String sha256(Path file) {
    return Tool.run(file.getParent(), Map.of(), List.of("sha256sum", file.toString()))
        .out()
        .substring(0, 64);
  }
}

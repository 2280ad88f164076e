package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same commit, as-of, key and previous release give the same names, modes and bytes: trees,
 * signatures, archives and histories, whatever the surroundings (release format, Time).
 */
class ReproducibleTest {
  @TempDir static Path dir;
  private static KnowledgeBase before;
  private static SortedMap<String, String> wanted;

  @BeforeAll
  static void publish() {
    before = KnowledgeBase.published(dir.resolve("before"));
    KnowledgeBase usual = before.copy(dir.resolve("usual"));
    assertDone(usual.build());
    usual.assertGenuine();
    wanted = Trees.published(usual.site());
    assertThat(wanted)
        .containsKeys("public.zip", "public.git/packed-refs", ".releases/public/4/SHA256SUMS.asc");
    assertThat(wanted).isNotEqualTo(Trees.published(before.site()));
    // What the next build need not read again.
    for (String kept : List.of("history", "blobs/public", "blobs/staff")) {
      assertThat(usual.root().resolve(".cresset/cache").resolve(kept)).isRegularFile();
    }
  }

  private static void assertDone(Tool.Result built) {
    assertThat(built.status()).as(built.out() + built.err()).isZero();
  }

  private static KnowledgeBase fresh(String name) {
    return before.copy(dir.resolve(name));
  }

  private static void assertSame(KnowledgeBase base, Cresset cresset) {
    assertDone(base.build(cresset));
    assertSame(wanted, base);
  }

  private static void assertSame(SortedMap<String, String> expected, KnowledgeBase base) {
    assertThat(Trees.differences(expected, Trees.published(base.site()))).isEmpty();
  }

  @Test
  void inAnotherZoneAndLocale() {
    KnowledgeBase base = fresh("zone");
    assertSame(
        base,
        base.cresset()
            .with("TZ", "Pacific/Auckland")
            .with("LC_ALL", "tr_TR.UTF-8")
            .java("-Duser.language=tr", "-Duser.country=TR"));
  }

  @Test
  void inThePlainLocaleOnOneCore() {
    KnowledgeBase base = fresh("core");
    assertSame(
        base, base.cresset().with("LC_ALL", "C").with("TZ", "").java("-XX:ActiveProcessorCount=1"));
  }

  @Test
  void withARestrictiveUmask() {
    KnowledgeBase base = fresh("narrow");
    assertSame(base, base.cresset().around("sh", "-c", "umask 077; exec \"$@\"", "sh"));
  }

  @Test
  void withAnOpenUmask() {
    KnowledgeBase base = fresh("open");
    assertSame(base, base.cresset().around("sh", "-c", "umask 000; exec \"$@\"", "sh"));
  }

  @Test
  void fromAnotherCloneInAnOddPlace() {
    Path odd = dir.resolve("ein Büro, zwei");
    Tool.Result cloned =
        Tool.run(
            dir, Map.of(), List.of("git", "clone", "-q", before.root().toString(), odd.toString()));
    assertThat(cloned.status()).as(cloned.err()).isZero();
    Trees.copy(before.root().resolve(".cresset"), odd.resolve(".cresset"));
    Trees.copy(before.site(), odd.resolve("site"));
    KnowledgeBase base = new KnowledgeBase(odd);
    assertSame(base, base.cresset().with("LC_ALL", "C.UTF-8"));
    base.assertGenuine();
  }

  @Test
  void withoutCachesAndSpareTrees() throws Exception {
    KnowledgeBase base = fresh("cold");
    Trees.remove(base.root().resolve(".cresset/cache"));
    for (String edition : KnowledgeBase.EDITIONS) {
      Path releases = base.site().resolve(".releases/" + edition);
      Path spare = releases.resolve("spare");
      if (Files.exists(spare)) {
        Trees.remove(spare);
      }
      Trees.remove(releases.resolve("1"));
      Trees.remove(releases.resolve("2"));
    }
    assertSame(base, base.cresset());
  }

  @Test
  void editionAfterEdition() {
    KnowledgeBase base = fresh("single");
    for (String edition : List.of("staff", "public")) {
      assertDone(base.cresset().run("build", "--edition", edition, "--as-of", KnowledgeBase.NEXT));
    }
    assertSame(wanted, base);
  }

  @Test
  void afterRunsThatChangedNothing() {
    KnowledgeBase base = fresh("idle");
    for (String asOf : List.of("2026-10-04T04:00:00Z", "2026-10-05T04:00:00Z")) {
      // The team's own pages change with the day, by purpose.
      assertDone(
          base.cresset().run("build", "--rev", "HEAD~1", "--edition", "public", "--as-of", asOf));
    }
    assertSame(Trees.published(before.site()), base);
    assertSame(base, base.cresset());
  }

  @Test
  void asAnotherUser() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    Assumptions.assumeTrue(root, "skipped: only root can become another user");
    KnowledgeBase base = fresh("user");
    for (Path path = base.root(); path.startsWith(dir); path = path.getParent()) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Tool.Result given =
        Tool.run(dir, Map.of(), List.of("chown", "-R", "nobody", base.root().toString()));
    assertThat(given.status()).as(given.err()).isZero();
    assertSame(
        base, base.cresset().with("HOME", "/nonexistent").around("runuser", "-u", "nobody", "--"));
  }
}

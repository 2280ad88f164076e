package org.cresset.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cresset.seal.Gpg;
import org.cresset.testkit.Cresset;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed editions from the command line to their readers' gpg and tar. */
class SealedEditionTest {
  @TempDir static Path dir;
  private static Gpg ridge;
  private static Gpg vendor;
  private static SealedBase base;
  private static SealedBase.Said built;

  @BeforeAll
  static void build() throws IOException {
    ridge = reader("desk@ridge.example.org", "future-default");
    vendor = reader("psirt@mailwright.example.org", "default");
    base = SealedBase.of(dir.resolve("base"), ridge, vendor);
    built = base.run("build");
    assertThat(built.status()).as(built.out()).isZero();
  }

  private static Gpg reader(String user, String kind) {
    Gpg gpg = new Gpg();
    gpg.must("--passphrase", "", "--quick-gen-key", user, kind, "default", "never");
    return gpg;
  }

  @AfterAll
  static void close() {
    ridge.close();
    vendor.close();
  }

  private static Path unpack(Gpg gpg, Path sealed) throws IOException {
    Path key = base.root().resolve("site/public/keys/team.asc");
    gpg.must("--import", key.toString());
    String archive = gpg.home().resolve("edition.tar.gz").toString();
    String status =
        gpg.must("--status-fd", "1", "--output", archive, "--decrypt", sealed.toString());
    assertThat(status).contains("GOODSIG").contains("GOODMDC");
    Path tree = Files.createTempDirectory(dir, "tree");
    Tool.Result tar = Tool.run(tree, Map.of(), List.of("tar", "-xzf", archive));
    assertThat(tar.status()).as(tar.err()).isZero();
    return tree;
  }

  @Test
  void gpgAndTarOpenItAndTheStockProcedureVerifiesWhatIsInside() throws IOException {
    Path tree = unpack(ridge, base.file(built, "ridge-cert"));
    assertThat(tree.resolve("operator/index.html")).content().contains(SealedBase.SECRET);
    Tool.Result verified =
        Tool.run(
            tree,
            Map.of(),
            List.of(
                "sh",
                tree.resolve("verify/verify.sh").toString(),
                tree.toString(),
                base.root().resolve("site/public/keys/team.asc").toString(),
                "https://csirt.example.org/",
                "ridge-cert"));
    assertThat(verified.out()).isEqualTo("OK release 1\n");
    Path other = unpack(vendor, base.file(built, "mailwright"));
    assertThat(SealedBase.holding(other, "zebrafish")).isEmpty();
  }

  @Test
  void nobodyOpensWhatIsForSomebodyElse() {
    String mine = base.file(built, "mailwright").toString();
    Tool.Result gpg = ridge.run("--decrypt", mine);
    assertThat(gpg.status()).isNotZero();
    String vault = base.file(built, "vault").toString();
    assertThat(vendor.run("--decrypt", vault).status()).isNotZero();
    Path secret = Path.of(ridge.file("secret.asc", ridge.must("--armor", "--export-secret-keys")));
    assertThat(base.run("open", mine, "--tar", "--secret-key", secret.toString()).status())
        .isEqualTo(4);
  }

  @Test
  void theTeamHasNoPlainTreeArchiveOrHistoryOfIt() throws IOException {
    try (var all = Files.list(base.root().resolve("site"))) {
      assertThat(all.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder(".releases", ".sealed", "public", "public.git", "public.zip");
    }
    assertThat(SealedBase.holding(base.root(), "zebrafish")).isEmpty();
  }

  @Test
  void theTarIsTheSameAtEachBuildAndTheFileIsNot() throws IOException {
    SealedBase one = base.copy(dir.resolve("one"));
    SealedBase.Said again = one.run("build", "--as-of", "2026-10-09T04:03:00Z");
    assertThat(again.out()).contains("ridge-cert: unchanged, release 1, sealed in ");
    Path before = base.file(built, "ridge-cert");
    Path after = one.file(again, "ridge-cert");
    assertThat(after.getFileName()).isNotEqualTo(before.getFileName());
    assertThat(one.run("open", after.toString(), "--tar").out())
        .hasSizeGreaterThan(10_000)
        .isEqualTo(base.run("open", before.toString(), "--tar").out());
  }

  @Test
  void aReaderWithoutAKeyHoldsBackNobodyElse() throws IOException {
    SealedBase lacking = base.copy(dir.resolve("lacking"));
    Files.delete(lacking.root().resolve("content/keys/contacts/mailwright.asc"));
    SealedBase.Said said = lacking.run("build", "--worktree");
    assertThat(said.status()).isEqualTo(4);
    assertThat(said.out())
        .contains("mailwright: not made, the key " + vendor.fingerprint())
        .contains("ridge-cert: unchanged, release 1, sealed in ")
        .contains("public: unchanged, release ");
  }

  @Test
  void anEditionThatIsHeldBackComesAgainInANewFile() throws IOException {
    SealedBase broken = base.copy(dir.resolve("broken"));
    Path before = broken.file(built, "ridge-cert");
    Files.writeString(
        broken.root().resolve("content/pages/all.md"), "---\ntitle: [\n---\nHello.\n");
    SealedBase.Said said = broken.run("build", "--worktree");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("ridge-cert: held back, its last release stays, because of pages/all: unchanged");
    Path after = broken.file(said, "ridge-cert");
    assertThat(after).isNotEqualTo(before).exists();
    assertThat(before).doesNotExist();
    assertThat(broken.run("open", after.toString(), "--tar").out())
        .isEqualTo(base.run("open", base.file(built, "ridge-cert").toString(), "--tar").out());
  }

  @Test
  void aPassphraseIsReadOnceForOpeningAndSigning() throws IOException {
    SealedBase locked = base.copy(dir.resolve("locked"));
    org.cresset.testkit.Trees.remove(locked.root().resolve("site"));
    // What is read from a pipe can't be read again.
    String command = "echo correct horse | CRESSET_KEY_PASSPHRASE_FD=3 \"$@\" 3<&0";
    for (String[] arguments :
        List.of(
            new String[] {"keys", "init"},
            new String[] {"build", "--worktree", "--edition", "vault"},
            new String[] {"build", "--worktree", "--edition", "vault"})) {
      Tool.Result said = Cresset.in(locked.root()).around("sh", "-c", command, "sh").run(arguments);
      assertThat(said.status()).as(said.out() + said.err()).isZero();
    }
  }

  @Test
  void withoutTheKeyOfASourceTheOthersAreBuilt() throws IOException {
    SealedBase other = base.copy(dir.resolve("other"));
    try (var keys = Files.list(other.root().resolve(".cresset/keys"))) {
      for (Path key : keys.toList()) {
        Files.delete(key);
      }
    }
    org.cresset.testkit.Trees.remove(other.root().resolve("site"));
    SealedBase.Said said = other.run("build");
    assertThat(said.status()).isEqualTo(4);
    assertThat(said.out())
        .contains("operator.md.asc: warning[source-locked]")
        .contains("public: release 1, ")
        .contains("vault: not made, ");
  }

  @Test
  void openServesItFromMemoryWithItsSearch() throws Exception {
    Process process =
        new ProcessBuilder(
                Cresset.in(base.root())
                    .command("open", base.file(built, "vault").toString(), "--port", "0"))
            .directory(base.root().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        HttpClient client = HttpClient.newHttpClient()) {
      // The virtual machine may have said something of its own before.
      String line = out.lines().filter(l -> l.contains(" at http://")).findFirst().orElse("");
      assertThat(line).contains("release 1 of vault at http://127.0.0.1:");
      URI site = URI.create(line.replaceFirst(".*(http://[0-9.:]+/).*", "$1"));
      assertThat(get(client, site.resolve("operator/index.html"))).contains(SealedBase.SECRET);
      assertThat(get(client, site.resolve("search/index.html"))).contains("<script");
      assertThat(get(client, site)).doesNotContain("_preview");
    } finally {
      process.destroyForcibly();
    }
  }

  private static String get(HttpClient client, URI at) throws Exception {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(at).build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s", at).isEqualTo(200);
    return answer.body();
  }
}

package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.seal.WebKeyDirectory;
import org.cresset.testkit.GitFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team's keys over years, as operators and readers live with them. */
class KeysLifeTest {
  private static final String TEXT = "advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt";
  private static final String SETTINGS =
      """
      team: {name: Harbour CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      editions:
        public: {readers: anyone}
      """;

  @TempDir Path dir;
  private GitFixture git;
  private Path root;

  @BeforeEach
  void begin() throws Exception {
    root = Files.createDirectories(dir.resolve("base"));
    git = GitFixture.init(root);
    git.write(".gitignore", "/.cresset/\n/site/\n");
    git.write("content/cresset.yaml", SETTINGS);
    git.write(
        "content/advisories/2026/csa-2026-k7f3.md",
        """
        ---
        title: "Recommended text of login banners"
        classification: public
        status: final
        category: csaf_informational_advisory
        version: 1
        initial_release_date: 2026-01-02T00:30Z
        revision_history: [{number: 1, date: 2026-01-02T00:30Z, summary: First release}]
        action: "Show a banner before login."
        references: [{summary: Why banners, url: "https://example.org/banners"}]
        ---
        ## Description

        A patch cannot stop an intruder who has a password.
        """);
    git.commit("First");
  }

  private record Said(int status, String out) {}

  /** Runs a command at a time, with the passphrase on a file descriptor. */
  private Said at(String time, String... arguments) throws IOException {
    return answering("", time, arguments);
  }

  private Said answering(String answers, String time, String... arguments) throws IOException {
    Path file = Files.writeString(dir.resolve("passphrase"), "correct horse\n");
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    try (FileInputStream open = new FileInputStream(file.toFile())) {
      assertThat(open.getFD().valid()).isTrue();
      Surroundings world =
          new Surroundings(
              new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8)),
              out,
              out,
              Map.of("CRESSET_KEY_PASSPHRASE_FD", descriptor(file)),
              Clock.fixed(Instant.parse(time), ZoneOffset.UTC),
              root,
              false);
      return new Said(new Cli(world).run(arguments), said.toString(StandardCharsets.UTF_8));
    }
  }

  private static String descriptor(Path file) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(
              fd -> {
                try {
                  return Files.isSameFile(fd, file);
                } catch (IOException e) {
                  return false;
                }
              })
          .map(fd -> fd.getFileName().toString())
          .findFirst()
          .orElseThrow();
    }
  }

  private String done(String time, String... arguments) throws IOException {
    Said said = at(time, arguments);
    assertThat(said.status()).as(said.out()).isZero();
    return said.out();
  }

  private String site(String path) throws IOException {
    return Files.readString(root.resolve("site/public").resolve(path));
  }

  private Path served(String path) {
    return root.resolve("site/public").resolve(path);
  }

  private Said verify(String time, Path key) throws IOException {
    return at(time, "verify", "site/public", "--key", key.toString());
  }

  @Test
  void aKeyIsMadeRotatedAnnouncedReplacedAndRevoked() throws Exception {
    Path safe = dir.resolve("safe");
    String old =
        done("2026-01-10T08:00:00Z", "keys", "init", "--offline", safe.toString()).substring(0, 40);
    assertThat(done("2026-01-10T09:00:00Z", "build")).doesNotContain("warning");
    Path pinned = Files.copy(served("keys/team.asc"), dir.resolve("pinned.asc"));
    String signature = site(TEXT + ".asc");

    // The subkey lasts a year, a release 90 days; warned of in three steps, then refused.
    assertThat(done("2026-07-20T08:00:00Z", "build"))
        .contains("can sign for less than 90 more days, until 2026-10-12T08:00:00Z");
    assertThat(done("2026-10-01T08:00:00Z", "build")).contains("less than 30 more days");
    assertThat(done("2026-10-06T08:00:00Z", "build")).contains("less than 7 more days");
    Said late = at("2026-10-20T08:00:00Z", "build");
    assertThat(late.status()).isEqualTo(4);
    assertThat(late.out()).contains("before the release would").contains("cresset keys rotate");

    // The next subkey; whoever holds the key needs nothing new.
    String primary = safe.resolve(old + ".asc").toString();
    assertThat(at("2026-10-20T08:00:00Z", "keys", "rotate").status()).isEqualTo(4);
    done("2026-10-20T08:00:00Z", "keys", "rotate", "--primary", primary);
    assertThat(done("2027-02-20T08:00:00Z", "keys", "list").lines().skip(1))
        .satisfiesExactly(
            l -> assertThat(l).isEqualTo("  " + old + "  certify  valid  secret elsewhere"),
            l -> assertThat(l).endsWith("  sign  expired  until 2027-01-10T08:00:00Z"),
            l -> assertThat(l).endsWith("  encrypt  valid"),
            l -> assertThat(l).endsWith("  sign  valid  until 2027-10-20T08:00:00Z"));
    assertThat(done("2027-02-20T08:00:00Z", "keys", "list", "--json"))
        .contains("\"status\" : \"expired\"", "\"secret_here\" : false");
    assertThat(done("2026-10-20T09:00:00Z", "build")).doesNotContain("warning");
    assertThat(site(TEXT + ".asc")).isEqualTo(signature);
    Said fresh = verify("2026-10-20T10:00:00Z", pinned);
    assertThat(fresh.status()).as(fresh.out()).isZero();

    announce(old);
    String next = next(old);
    replace(old, next);
    Said behind = verify("2027-02-01T10:00:00Z", pinned);
    assertThat(behind.status()).isEqualTo(3);
    assertThat(behind.out()).contains("announced " + next).contains("over another channel");
    Path fetched = Files.copy(served("keys/team.asc"), dir.resolve("next.asc"));
    assertThat(verify("2027-02-01T10:00:00Z", fetched).out()).startsWith("OK release");
    assertThat(site(TEXT + ".asc")).isEqualTo(signature);
    // Long after the old key's last subkey has expired.
    done("2028-01-01T08:00:00Z", "keys", "rotate");
    done("2028-01-01T09:00:00Z", "build");
    assertThat(verify("2028-01-01T10:00:00Z", served("keys/team.asc")).out())
        .startsWith("OK release");
    assertThat(site(TEXT + ".asc")).isEqualTo(signature);

    revoke(old, safe, signature);
  }

  private void announce(String old) throws IOException {
    String said = done("2026-11-01T08:00:00Z", "keys", "rotate", "--announce");
    assertThat(said).contains("retired: {" + old + ": 2027-01-30}");
    String next = next(old);
    git.write(
        "content/cresset.yaml", SETTINGS + "signing: {key: " + old + ", next: " + next + "}\n");
    git.commit("Announce the next key");
    done("2026-11-01T09:00:00Z", "build");
    assertThat(site("SHA256SUMS")).contains("# signer: " + old + "\n# next-signer: " + next);
    assertThat(site("keys/index.html")).contains("<strong>Announced.</strong>");
    assertThat(served("keys/" + next.toLowerCase(java.util.Locale.ROOT) + ".asc")).exists();
  }

  /** The public key in the content that is not the old one's. */
  private String next(String old) throws IOException {
    try (Stream<Path> all = Files.list(root.resolve("content/keys/team"))) {
      return all.map(p -> p.getFileName().toString().replace(".asc", ""))
          .filter(f -> !f.equals(old))
          .findFirst()
          .orElseThrow();
    }
  }

  private void replace(String old, String next) throws IOException {
    git.write(
        "content/cresset.yaml",
        SETTINGS + "signing: {key: " + next + ", retired: {" + old + ": 2027-02-01}}\n");
    git.commit("The next key signs");
    assertThat(done("2027-02-01T09:00:00Z", "build")).doesNotContain("never announced");
    assertThat(site("SHA256SUMS")).contains("# signer: " + next + "\n").doesNotContain("next-");
    assertThat(site("keys/index.html"))
        .contains("<strong>Retired.</strong>")
        .contains("1 Feb 2027")
        .doesNotContain("Announced");
    // Through the whole of that day.
    assertThat(site("keys/index.json"))
        .contains("\"standing\" : \"retired\"", "\"until\" : \"2027-02-01T23:59:59Z\"");
    assertThat(served("keys/index.json.asc")).exists();
    assertThat(served("keys/" + old.toLowerCase(java.util.Locale.ROOT) + ".asc")).exists();
  }

  private void revoke(String old, Path safe, String signature) throws IOException {
    String certificate = safe.resolve(old + ".rev").toString();
    assertThat(done("2028-02-01T08:00:00Z", "keys", "revoke", old, "--certificate", certificate))
        .contains("is revoked");
    git.commit("The old key is lost");
    done("2028-02-01T09:00:00Z", "build");
    assertThat(site("keys/index.html")).contains("<strong>Revoked.</strong>");
    assertThat(site(TEXT + ".asc")).isNotEqualTo(signature);
    assertThat(verify("2028-02-01T10:00:00Z", served("keys/team.asc")).out())
        .startsWith("OK release");
  }

  @Test
  void aKeyThatWasNeverAnnouncedIsWarnedOf() throws Exception {
    done("2026-01-10T08:00:00Z", "keys", "init");
    done("2026-01-10T09:00:00Z", "build");
    Files.move(root.resolve(".cresset/keys"), dir.resolve("lost"));
    done("2026-01-11T08:00:00Z", "keys", "init");
    assertThat(done("2026-01-11T09:00:00Z", "build")).contains("never announced");
    // What the lost key signed stays, and so does its public half.
    assertThat(site("keys/index.html")).contains("<strong>Retired.</strong>");
    assertThat(verify("2026-01-11T10:00:00Z", served("keys/team.asc")).out())
        .startsWith("OK release 2");
  }

  @Test
  void theKeyIsExportedAndServedForMailPrograms() throws Exception {
    String fingerprint = done("2026-01-10T08:00:00Z", "keys", "init").substring(0, 40);
    done("2026-01-10T09:00:00Z", "build");
    assertThat(done("2026-01-10T09:00:00Z", "keys", "export")).isEqualTo(site("keys/team.asc"));
    git.write("content/cresset.yaml", SETTINGS + "signing: {key: " + fingerprint + "}\n");
    // As the shell leaves it in: cresset keys export > content/keys/team/FINGERPRINT.asc
    git.write("content/keys/team/" + fingerprint + ".asc", "");
    assertThat(done("2026-01-10T09:00:00Z", "keys", "export")).isEqualTo(site("keys/team.asc"));
    assertThat(done("2026-01-10T09:00:00Z", "keys", "list")).contains(fingerprint);
    done("2026-01-10T09:00:00Z", "keys", "wkd", "wkd");
    String name = WebKeyDirectory.name("csirt@example.org");
    for (String path : List.of("hu/" + name, "example.org/hu/" + name, "example.org/policy")) {
      String whole = ".well-known/openpgpkey/" + path;
      assertThat(served(whole)).hasSameBinaryContentAs(root.resolve("wkd").resolve(whole));
    }
  }

  @Test
  void whatLiesEncryptedIsExplainedWithTheLockedKey() throws Exception {
    done("2026-01-10T08:00:00Z", "keys", "init");
    git.write("content/pages/plan.md", page("highly-sensitive"));
    done("2026-01-10T09:00:00Z", "encrypt", "content/pages/plan.md", "--remove");
    assertThat(done("2026-01-10T09:00:00Z", "explain", "plan", "--edition", "public"))
        .contains("not shown", "plan.md.asc: highly-sensitive");
  }

  @Test
  void whatIsBuiltHereIsSignedWhereTheKeyIs() throws Exception {
    String key = done("2026-01-10T08:00:00Z", "keys", "init").substring(0, 40);
    String armoured = done("2026-01-10T08:00:00Z", "keys", "export");
    Path desk = Files.createDirectories(dir.resolve("desk/content"));
    String settings = SETTINGS + "  staff: {readers: team}\nsigning: {key: " + key + "}\n";
    Files.writeString(desk.resolve("cresset.yaml"), settings);
    Files.move(root.resolve(".cresset"), dir.resolve("desk/.cresset"));
    git.write("content/cresset.yaml", settings);
    git.write("content/keys/team/" + key + ".asc", armoured);
    git.write("content/pages/plan.md", page("private"));
    git.commit("Everything");
    assertThat(at("2026-01-10T09:00:00Z", "build").status()).isEqualTo(4);

    assertThat(done("2026-01-10T09:00:00Z", "build", "--unsigned"))
        .contains("public: waits to be signed")
        .contains("site/.unsigned/staff");
    String[] sign = {"sign", "site/.unsigned", "--root", dir.resolve("desk").toString()};
    assertThat(answering("n\n", "2026-01-11T09:00:00Z", sign).out())
        .contains("public: not signed")
        .contains("staff: not signed");
    Said signed = answering("y\ny\n", "2026-01-11T09:00:00Z", sign);
    assertThat(signed.out()).contains("public: release 1,").contains("staff: release 1,");
    assertThat(signedHere("public")).startsWith("OK release 1");
    String signature = Files.readString(dir.resolve("desk/site/public").resolve(TEXT + ".asc"));

    git.write("content/pages/plan.md", page("public"));
    git.commit("The plan is for all");
    done("2026-01-12T09:00:00Z", "build", "--unsigned");
    String shown = answering("y\ny\n", "2026-01-12T10:00:00Z", sign).out();
    List<String> lines = shown.substring(shown.indexOf("staff, as of")).lines().skip(1).toList();
    assertThat(lines.stream().takeWhile(l -> l.startsWith("  CLASSIFICATION ")))
        .contains("  CLASSIFICATION private -> public: plan/index.html");
    assertThat(shown).contains("added (public): plan/index.html");
    assertThat(signedHere("public")).startsWith("OK release 2");
    assertThat(Files.readString(dir.resolve("desk/site/public").resolve(TEXT + ".asc")))
        .isEqualTo(signature);
  }

  private static String page(String classification) {
    String only = classification.equals("private") ? "only: []\n" : "";
    return "---\ntitle: Plan\nclassification: "
        + classification
        + "\n"
        + only
        + "---\nWhat we do.\n";
  }

  private String signedHere(String edition) throws IOException {
    Path tree = dir.resolve("desk/site").resolve(edition);
    return done(
        "2026-01-13T08:00:00Z",
        "verify",
        tree.toString(),
        "--key",
        root.resolve("content/keys/team").toFile().listFiles()[0].toString());
  }

  @Test
  void aReleaseIsRenewedWithoutAnyChange() throws Exception {
    done("2026-01-10T08:00:00Z", "keys", "init");
    done("2026-01-10T09:00:00Z", "build");
    String signature = site(TEXT + ".asc");
    git.write("content/pages/new.md", "---\ntitle: New\nclassification: public\n---\nText.\n");
    git.commit("Not to be published by a renewal");
    assertThat(done("2026-02-20T09:00:00Z", "renew"))
        .isEqualTo("public: release 2, valid until 2026-05-21T00:00:00Z\n");
    assertThat(site(TEXT + ".asc")).isEqualTo(signature);
    assertThat(served("new/index.html")).doesNotExist();
    assertThat(verify("2026-02-20T10:00:00Z", served("keys/team.asc")).out())
        .startsWith("OK release 2");
    Files.writeString(served("index.html"), "altered");
    assertThat(at("2026-02-21T09:00:00Z", "renew").status()).isEqualTo(3);
  }

  @Test
  void afterARenewalWhatBecomesVisibleIsStillJudgedByWhatWasBuilt() throws Exception {
    String plan = "---\ntitle: Plan\nclassification: private\nonly: []\n---\nText.\n";
    git.write("content/pages/plan.md", plan);
    git.commit("For the team alone");
    done("2026-01-10T08:00:00Z", "keys", "init");
    done("2026-01-10T09:00:00Z", "build");
    done("2026-02-20T09:00:00Z", "renew");
    git.write("content/pages/plan.md", plan.replace("private\nonly: []", "public"));
    git.commit("Nobody answers for it");
    Said check = at("2026-02-21T09:00:00Z", "check");
    assertThat(check.status()).isEqualTo(1);
    assertThat(check.out()).contains("declassified-by-missing");
  }

  @Test
  void aHistoryStartsAnewAndKeepsNothingOfWhatWasDisclosed() throws Exception {
    done("2026-01-10T08:00:00Z", "keys", "init");
    git.write("content/pages/slip.md", "---\ntitle: Slip\nclassification: public\n---\nText.\n");
    git.commit("Public by mistake");
    done("2026-01-10T09:00:00Z", "build");
    Path state = dir.resolve("seen");
    Path key = Files.copy(served("keys/team.asc"), dir.resolve("key.asc"));
    String[] read = {"verify", "site/public", "--key", key.toString(), "--state", state.toString()};
    done("2026-01-10T10:00:00Z", read);
    Files.delete(root.resolve("content/pages/slip.md"));
    git.commit("Narrowed");
    done("2026-01-11T09:00:00Z", "build");
    done("2026-01-11T10:00:00Z", read);
    assertThat(site("releases/1/SHA256SUMS")).contains("slip/index.html");
    assertThat(traces("slip")).isNotEmpty();

    assertThat(done("2026-01-12T09:00:00Z", "forget", "--edition", "public", "--reason", "slip"))
        .contains("public: release 3")
        .contains("history restarted: slip");
    assertThat(site("SHA256SUMS")).contains("# history-restarted: 3").doesNotContain("slip");
    assertThat(traces("slip")).isEmpty();
    assertThat(done("2026-01-12T10:00:00Z", read)).startsWith("OK release 3");
    done("2026-04-01T09:00:00Z", "renew");
    assertThat(done("2026-04-01T10:00:00Z", read)).startsWith("OK release 4");
  }

  /** Files under site/ and caches that hold a word, archives and repositories unpacked. */
  private List<String> traces(String word) throws IOException {
    List<String> found = new ArrayList<>();
    for (Path top : List.of(root.resolve("site"), root.resolve(".cresset/cache"))) {
      try (Stream<Path> all = Files.walk(top)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String content = Files.readString(file, StandardCharsets.ISO_8859_1);
          if (content.contains(word) || file.toString().contains(word)) {
            found.add(file.toString());
          }
        }
      }
    }
    if (Files.exists(root.resolve("site/public.git/HEAD"))) {
      String log =
          git.git("--git-dir", "site/public.git", "log", "--all", "--name-only", "--format=%H");
      if (log.contains(word)) {
        found.add(log);
      }
    }
    return found;
  }
}

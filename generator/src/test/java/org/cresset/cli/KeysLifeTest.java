package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.seal.WebKeyDirectory;
import org.junit.jupiter.api.Test;

/** A team's keys over years, as operators and readers live with them. */
class KeysLifeTest extends KeyedTeam {
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
    assertThat(
            done("2026-01-10T09:00:00Z", "encrypt", "content/pages/plan.md", "--remove", "--json"))
        .contains("\"file\" : \"content/pages/plan.md.asc\"");
    assertThat(done("2026-01-10T09:00:00Z", "explain", "plan", "--edition", "public"))
        .contains("not shown", "plan.md.asc: highly-sensitive");
  }
}

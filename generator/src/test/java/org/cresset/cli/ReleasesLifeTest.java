package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of releases beside builds: signed elsewhere, renewed, started anew. */
class ReleasesLifeTest extends KeyedTeam {
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
    String[] forPrograms =
        Stream.concat(Stream.of(sign), Stream.of("--json")).toArray(String[]::new);
    assertThat(answering("y\nn\n", "2026-01-12T11:00:00Z", forPrograms).out())
        .containsPattern("\"id\" : \"public\",[^}]*\"result\" : \"unchanged\"")
        .containsPattern("\"id\" : \"staff\",[^}]*\"result\" : \"not signed\"");
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
    Said refused = at("2026-02-21T09:00:00Z", "renew");
    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.out()).contains("put that folder back").contains("/site/public.zip or ");
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

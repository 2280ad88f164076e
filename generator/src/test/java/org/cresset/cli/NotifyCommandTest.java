package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.cresset.seal.Gpg;
import org.cresset.testkit.GitFixture;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mail program makes of {@code cresset notify}. */
class NotifyCommandTest {
  private static final String SETTINGS =
      """
      team: {name: Hafen-CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/, security_txt_expires: 2027-06-30T00:00Z}
      editions: {public: {readers: anyone}, staff: {readers: team}}
      """;
  private static final String ADVISORY =
      """
      ---
      title: "Login banners für alle, and why their wording should say who may log in"
      classification: public
      status: final
      category: csaf_base
      version: 2
      initial_release_date: 2026-09-11T00:30Z
      revision_history:
        - {number: 1, date: 2026-09-11T00:30Z, summary: First release}
        - {number: 2, date: 2026-09-12T00:30Z, summary: Wording}
      action: "Show a banner before login."
      ---
      ## Description

      From now on, banners name who may log in. Übrigens auch hier.
      """;
  private static final String POLICY =
      """
      ---
      title: Banners
      classification: public
      type: policy
      status: approved
      approved_by: The board
      approved_on: 2026-09-01
      effective_from: 2026-10-01
      review_on: 2027-10-01
      announce: true
      version: 1
      initial_release_date: 2026-09-11T00:30Z
      revision_history: [{number: 1, date: 2026-09-11T00:30Z, summary: Banners are now required}]
      ---
      Every system shows one.
      """;

  private static final String KELPIE =
      """
      name: Kelpie
      verified_on: 2026-09-01
      contacts:
        - {name: Duty Officer, email: security@kelpie.example.org}
        - {name: Head of Operations, email: operations@kelpie.example.org}
      software:
        - {vendor: Mailwright, product_name: Example Mail Gateway, version: 4.2.1}
      """;
  private static final String GATEWAY =
      """
      ---
      title: Gateway
      classification: public
      status: final
      action: Install 4.2.7.
      severity: high
      exploitation: active
      version: 1
      initial_release_date: 2026-09-11T00:30Z
      revision_history: [{number: 1, date: 2026-09-11T00:30Z, summary: First release}]
      products:
        - {vendor: Mailwright, product_name: Example Mail Gateway, affected: ">=4.0 <4.2.7", fixed: 4.2.7}
      vulnerabilities: [{cve: CVE-2026-9990101}]
      solutions: [{vendor_fix: Install 4.2.7., impact: It restarts.}]
      ---
      An error.
      """;

  @TempDir private static Path dir;
  private static GitFixture git;

  @BeforeAll
  static void published() throws Exception {
    git = GitFixture.init(dir);
    git.write(".gitignore", "/.cresset/\n/site/\n").write("content/cresset.yaml", SETTINGS);
    git.write("content/advisories/csa-2026-k7f3.md", ADVISORY);
    git.write("content/policies/banners.md", POLICY);
    git.commit("Banners");
    assertThat(new String(run(0, "build"), StandardCharsets.UTF_8)).contains("public: release 1");
  }

  /** Standard output and error of a command that must end with that status. */
  private static byte[] run(int status, String... arguments) {
    InProcess.Said said = new InProcess(dir, Instant.parse("2026-11-22T00:00:00Z")).run(arguments);
    assertThat(said.status()).as(said.text()).isEqualTo(status);
    return said.bytes();
  }

  private static MimeMessage parsed(byte[] message) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(message));
  }

  @Test
  void aRevisionAnswersTheMessageBefore() throws Exception {
    MimeMessage mail = parsed(run(0, "notify", "CSA-2026-k7f3", "--to", "Über <list@example.org>"));
    assertThat(mail.getSubject())
        .isEqualTo(
            "[TLP:CLEAR] csa-2026-k7f3: Login banners für alle, and why their wording should say"
                + " who may log in");
    assertThat(mail.getFrom()[0].toString()).contains("<csirt@example.org>");
    assertThat(mail.getAllRecipients()[0].toString()).contains("<list@example.org>");
    assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-09-12T00:30:00Z"));
    assertThat(mail.getMessageID())
        .isEqualTo("<public.advisory.csa-2026-k7f3.v2@csirt.example.org>");
    assertThat(mail.getHeader("In-Reply-To"))
        .containsExactly("<public.advisory.csa-2026-k7f3.v1@csirt.example.org>");
  }

  @Test
  void theTextIsThePublishedOne() throws Exception {
    byte[] message = run(0, "notify", "csa-2026-k7f3");
    assertThat(new String(message, StandardCharsets.US_ASCII).lines())
        .allMatch(l -> l.length() <= 78 && !l.startsWith("From "));
    MimeMultipart parts = (MimeMultipart) parsed(message).getContent();
    Path published = dir.resolve("site/public/advisories/2026/csa-2026-k7f3/csa-2026-k7f3.txt");
    assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
        .isEqualTo(Files.readString(published));
  }

  @Test
  void gpgFindsTheSignatureGood() throws Exception {
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", dir.resolve("site/public/keys/team.asc").toString());
      for (String id : List.of("csa-2026-k7f3", "banners")) {
        String message = new String(run(0, "notify", id), StandardCharsets.US_ASCII);
        String[] parts = message.split("(?:^|\r\n)--cresset-[a-z0-9-]+\r\n", -1);
        String armour = parts[2].substring(parts[2].indexOf("-----BEGIN"));
        String signature = gpg.file("part.asc", armour);
        assertThat(gpg.run("--verify", signature, gpg.file("part", parts[1])).err())
            .contains("Good signature");
        String altered = gpg.file("part", parts[1].replaceFirst("(?i)banner", "banter"));
        assertThat(gpg.run("--verify", signature, altered).status()).isEqualTo(1);
      }
    }
  }

  @Test
  void gpgSaysWhatThePagesPromise() throws Exception {
    Path folder = dir.resolve("site/public/advisories/2026/csa-2026-k7f3");
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", dir.resolve("site/public/keys/team.asc").toString());
      String text = folder.resolve("csa-2026-k7f3.txt").toString();
      List<String> said = gpg.run("--verify", text + ".asc", text).err().lines().toList();
      for (Path page : List.of(folder, dir.resolve("site/public/verify"))) {
        String html = Files.readString(page.resolve("index.html"));
        List<String> promised =
            Pattern.compile("<samp>(gpg: .*?)</samp>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(r -> r.group(1).replaceAll("</?b>", ""))
                .map(s -> s.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\""))
                .flatMap(String::lines)
                .toList();
        assertThat(promised).as(page.toString()).hasSameSizeAs(said);
        for (int i = 0; i < said.size(); i++) {
          String pattern = "\\Q" + promised.get(i).replace("…", "\\E.+\\Q") + "\\E";
          assertThat(said.get(i)).matches(pattern);
        }
      }
    }
  }

  @Test
  void gpgFindsSecurityTxtGoodAsItStands() throws Exception {
    Path file = dir.resolve("site/public/.well-known/security.txt");
    try (Gpg gpg = new Gpg()) {
      gpg.must("--import", dir.resolve("site/public/keys/team.asc").toString());
      assertThat(gpg.run("--verify", file.toString()).err()).contains("Good signature");
      String altered = gpg.file("altered.txt", Files.readString(file).replace("csirt@", "other@"));
      assertThat(gpg.run("--verify", altered).status()).isEqualTo(1);
    }
  }

  @Test
  void thoseWhoseSoftwareItTouchesAreTold() throws Exception {
    git.write("content/constituents/kelpie.yaml", KELPIE);
    git.write(
        "content/constituents/lowtide.yaml", KELPIE.replace("4.2.1", "4.3").replace("K", "L"));
    git.write("content/advisories/csa-2026-p9mh.md", GATEWAY);
    git.commit("Kelpie uses the gateway");
    run(0, "build");
    String said =
        new String(
            run(0, "notify", "csa-2026-p9mh", "--affected", "--out", "mail"),
            StandardCharsets.UTF_8);
    assertThat(said)
        .contains("csa-2026-p9mh.kelpie.1.eml", "csa-2026-p9mh.kelpie.2.eml", "4.2.1")
        .doesNotContain("lowtide");
    String mail = Files.readString(dir.resolve("mail/csa-2026-p9mh.kelpie.1.eml"));
    assertThat(parsed(mail.getBytes(StandardCharsets.UTF_8)).getAllRecipients()[0].toString())
        .isEqualTo("Duty Officer <security@kelpie.example.org>");
    assertThat(mail).doesNotContain("4.2.1");
    byte[] json = run(0, "notify", "csa-2026-p9mh", "--affected", "--out", "mail", "--json");
    assertThat(new String(json, StandardCharsets.UTF_8))
        .startsWith("[")
        .contains("\"to\" : [", "<security@kelpie.example.org>\"", "\"why\" : [");
    assertThat(new String(run(2, "notify", "csa-2026-p9mh", "--affected"), StandardCharsets.UTF_8))
        .contains("say where to");
  }

  @Test
  void nobodyIsToldOfWhatIsNotPublishedSo() throws Exception {
    git.write("content/advisories/csa-2026-m2rl.md", ADVISORY.replace("banners", "warnings"));
    git.commit("Another");
    assertThat(new String(run(1, "notify", "csa-2026-m2rl"), StandardCharsets.UTF_8))
        .contains("csa-2026-m2rl is not published yet");
    assertThat(new String(run(2, "notify", "csa-2026-xxxx"), StandardCharsets.UTF_8))
        .contains("no advisory or policy csa-2026-xxxx");
    assertThat(new String(run(2, "notify", "banners", "--to", "a b c"), StandardCharsets.UTF_8))
        .contains("--to is 'a b c'");
  }
}

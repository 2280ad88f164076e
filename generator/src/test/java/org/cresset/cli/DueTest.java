package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the register makes due: entries to be verified again, keys of contacts that run out. */
class DueTest {
  @TempDir private Path folder;

  /** The key of the manual's example, which expires on 2026-10-20. */
  private KnowledgeBase base(String verified) throws Exception {
    String example;
    try (var in = DueTest.class.getResourceAsStream("/problems/register-key-expires.md")) {
      example = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String end = "-----END PGP PUBLIC KEY BLOCK-----";
    String key = example.substring(example.indexOf("-----BEGIN"), example.indexOf(end)) + end;
    return KnowledgeBase.in(folder.toRealPath())
        .write("content/keys/contacts/ridge-cert.asc", key + "\n")
        .write(
            "content/constituents/ridge-cert.yaml",
            "name: Ridge CERT\ntype: partner\nverified_on: "
                + verified
                + "\ncontacts:\n  - {name: duty desk, email: duty@ridge-cert.example.org,"
                + " openpgp: 260D9D8B4E4E5E98E1F5DE63B9CC78B2F1564322}\n");
  }

  @Test
  void anEntryIsToBeVerifiedAYearLaterAndAKeyReplacedBeforeItRunsOut() throws Exception {
    KnowledgeBase base = base("2025-10-01");
    String verify = "register entry of ridge-cert to be verified";
    String key = "key …F1564322 of a contact of ridge-cert expires";
    assertThat(base.run("due").text().lines())
        .anyMatch(l -> l.matches("2026-10-01T00:00Z  LATE  " + verify))
        .anyMatch(l -> l.matches("2026-10-20T..:..Z        " + key));
    // One that has expired is still named, by when it did.
    assertThat(base.run("due", "--as-of", "2027-01-01T00:00Z").text().lines())
        .anyMatch(l -> l.matches("2026-10-20T..:..Z  LATE  " + key));
  }

  @Test
  void whatIsFarAwayIsNotDue() throws Exception {
    assertThat(base("2026-10-01").run("due", "--within", "10d").text()).isEqualTo("nothing is due");
  }
}

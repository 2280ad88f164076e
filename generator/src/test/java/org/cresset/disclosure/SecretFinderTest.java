package org.cresset.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets and personal data are found by the rule set; their lookalikes are not. */
class SecretFinderTest {
  private static final SecretFinder FINDER = new SecretFinder();

  private static List<String> found(String text) {
    return FINDER.find(new Tokens().fill(text)).stream()
        .map(s -> s.rule().id() + " " + text.substring(s.start(), s.end()))
        .toList();
  }

  // Tokens are put together here, so that no scanner takes this file for a leak.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "private-key |-----BEGIN OPENSSH PRIV|ATE KEY-----",
        "private-key |-----BEGIN PGP PRIV|ATE KEY BLOCK-----",
        "private-key |-----BEGIN PRIV|ATE KEY-----",
        "aws-key |key AKIA|Q3EGRIJ7ZX2WMPLA",
        "github-token |token ghp|_abcdefghijklmnopqrstuvwxyz0123456789",
        "gitlab-token |glpat|-abcdefghij0123456789",
        "slack-token |xoxb|-123456789012-abcdefghijkl",
        "google-key |AIza|SyA1234567890abcdefghijklmnopqrstuv",
        "json-web-token |eyJhbGciOiJIUzI1NiJ9.|eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
        "authorization |Authorization: Basic dX|NlcjpodW50ZXIyMjI=",
        "address-with-password |https://root:|hunter22@192.0.2.7/",
        "password |'\"password\": \"'|hunter22x\"",
        "password |2026-10-03 login user=admin password=|S3cret!9",
        "password |DB_PASSWORD=|Tr0ub4dor3",
        "password-hash |root:$6$saltsalt$|0123456789abcdefghijklmnopqrstuvwxyz:19000",
        "card |charged to 4539 1488 0343 |6467 on Monday",
        "bank-account |IBAN DE89 3704 0044 05|32 0130 00",
        "personal-mail |write to jane.doe|@mail.example.org",
        "personal-mail |jdoe77|@gmail.com",
        "personal-telephone |mobile: +61 491 57|0 156",
      })
  void secrets(String rule, String one, String two) {
    assertThat(found(one + (two == null ? "" : two)))
        .singleElement()
        .asString()
        .startsWith(rule + " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN PGP PUBLIC KEY BLOCK-----",
        "-----BEGIN CERTIFICATE-----",
        "password: <your password>",
        "password=********",
        "password = ${DB_PASSWORD}",
        "The password is reset; passwords: yes",
        "set password: required",
        "params[:password] == nil",
        "https://user:password@host/",
        "order 4539 1488 0343 6468",
        "2026-10-03T02:14:33 1234 5678 9012",
        "csirt@example.org",
        "security.team@example.org",
        "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef",
        "home page: 20261003",
      })
  void lookalikes(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void theThingItselfIsNamed() {
    assertThat(found("login: password=S3cret!9 ok")).containsExactly("password S3cret!9");
  }
}

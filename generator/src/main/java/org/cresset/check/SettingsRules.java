package org.cresset.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cresset.document.Configuration;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;

/** What the settings promise for longer or shorter than they should. */
final class SettingsRules {
  private static final Duration SOON = Duration.ofDays(30);
  private static final Duration LONG = Duration.ofDays(366);

  private final Findings findings;
  private final Configuration configuration;
  private final Instant asOf;

  SettingsRules(Findings findings, Configuration configuration, Instant asOf) {
    this.findings = findings;
    this.configuration = configuration;
    this.asOf = asOf;
  }

  /** RFC 9116, section 2.5.5: who reads an expired file must not rely on it; a year is the most. */
  void check() {
    Optional<Instant> expires = configuration.site().securityTxtExpires();
    if (expires.isEmpty()) {
      return;
    }
    Duration left = Duration.between(asOf, expires.get());
    if (left.isNegative()) {
      wrong("security.txt expired at " + expires.get());
    } else if (left.compareTo(SOON) < 0) {
      wrong("security.txt expires in " + left.toDays() + " days");
    } else if (left.compareTo(LONG) > 0) {
      wrong("security.txt would expire in " + left.toDays() + " days");
    }
  }

  private void wrong(String found) {
    findings.add(
        Problem.of(
            Code.SECURITY_TXT_EXPIRY,
            configuration.site().securityTxtAt(),
            found,
            "between 30 days and a year ahead",
            "look through what security.txt says, then set site.security_txt_expires anew"),
        Optional.empty());
  }
}

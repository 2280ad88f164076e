package org.cresset.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as front matter has them: in UTC, without seconds where they are zero. */
final class Times {
  private Times() {}

  static String text(Instant time) {
    String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.endsWith(":00Z") ? text.substring(0, text.length() - 4) + "Z" : text;
  }

  /** The time to the minute; to the second where the minute began before {@code notBefore}. */
  static Instant rounded(Instant time, Instant notBefore) {
    Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
    return minute.isBefore(notBefore) ? time.truncatedTo(ChronoUnit.SECONDS) : minute;
  }
}

package org.cresset.edition.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.cresset.edition.Link;

/**
 * Something that waits.
 *
 * @param document whose it is; absent for what belongs to none
 * @param what in a few words
 * @param by when; for a whole day its beginning in UTC
 * @param wholeDay whether only the day is known
 */
public record Due(Kind kind, Optional<Link> document, String what, Instant by, boolean wholeDay) {

  /** Why it waits. */
  public enum Kind {
    REFERRED,
    UPDATE,
    ACTION,
    REVIEW,
    PERMISSION,
    EMBARGO,
    RETENTION,
    EXPIRY;

    public String token() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Due day(Kind kind, Optional<Link> document, String what, LocalDate by) {
    return new Due(kind, document, what, by.atStartOfDay(ZoneOffset.UTC).toInstant(), true);
  }

  static Due time(Kind kind, Optional<Link> document, String what, Instant by) {
    return new Due(kind, document, what, by, false);
  }

  /** A time that has passed; a day is over when the next one begins. */
  public boolean late(Instant now) {
    return wholeDay ? by.plusSeconds(86_400).compareTo(now) <= 0 : by.isBefore(now);
  }
}

package org.cresset.edition.seen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cresset.edition.Link;

/**
 * Where and when something was seen.
 *
 * @param document the report; absent for a small event
 * @param first by the chronology, else when the case began
 * @param sites of the report or the small event, as this reader may know them
 * @param from how it is known: {@code listed} in the report, in its {@code text}, or a {@code
 *     sighting}
 * @param note what was said of it, or empty
 */
public record Occurrence(
    Optional<Link> document,
    Instant first,
    Instant last,
    List<String> sites,
    String from,
    String basis,
    String note) {}

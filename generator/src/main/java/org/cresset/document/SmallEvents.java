package org.cresset.document;

import java.util.List;
import org.cresset.model.Activity;
import org.cresset.model.Sighting;
import org.cresset.problem.Span;

/**
 * What {@code sightings/} and {@code activity/} hold, in the order of files and rows. For the team
 * alone.
 */
public record SmallEvents(List<Seen> sightings, List<Activity> activity) {
  public static final SmallEvents NONE = new SmallEvents(List.of(), List.of());

  public SmallEvents {
    sightings = List.copyOf(sightings);
    activity = List.copyOf(activity);
  }

  /** A sighting, and where its site, method and report stand. */
  public record Seen(Sighting sighting, Span site, Span method, Span report) {}
}

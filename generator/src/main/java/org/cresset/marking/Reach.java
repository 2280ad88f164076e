package org.cresset.marking;

import java.time.Instant;

/** Compares the readers of two texts, whether or not any edition is configured for them. */
public final class Reach {
  private Reach() {}

  /** Whether everyone who may read a page may follow its link to that target. */
  public static boolean covers(Marking page, Marking target, Instant asOf) {
    if (target.classification() == Classification.HIGHLY_SENSITIVE
        && page.classification() != Classification.HIGHLY_SENSITIVE) {
      return false;
    }
    if (page.draft()) {
      return page.preview().stream().allMatch(id -> mayFollow(id, page, target, asOf));
    }
    if (page.classification() == Classification.PUBLIC) {
      return target.classification() == Classification.PUBLIC && released(page, target, asOf);
    }
    return page.only().stream().allMatch(id -> mayFollow(id, page, target, asOf));
  }

  private static boolean mayFollow(String id, Marking page, Marking target, Instant asOf) {
    if (target.preview().contains(id) || (!target.draft() && target.only().contains(id))) {
      return true;
    }
    return target.classification() == Classification.PUBLIC && released(page, target, asOf);
  }

  /** Whether the target is out by the time the page is. */
  private static boolean released(Marking page, Marking target, Instant asOf) {
    if (target.draft()) {
      return false;
    }
    return !target.embargoed(asOf)
        || (page.embargo().isPresent()
            && !page.embargo().get().isBefore(target.embargo().orElseThrow()));
  }
}

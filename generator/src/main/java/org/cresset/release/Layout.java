package org.cresset.release;

import java.nio.file.Path;

/** Where things lie under {@code site/} (release format, Publication). */
record Layout(Path site) {
  /** What a web server serves: a link to a tree. */
  Path link(String edition) {
    return site.resolve(edition);
  }

  Path releases() {
    return site.resolve(".releases");
  }

  Path lock() {
    return releases().resolve("lock");
  }

  Path releases(String edition) {
    return releases().resolve(edition);
  }

  Path tree(String edition, int number) {
    return releases(edition).resolve(Integer.toString(number));
  }

  /** The record of the run that made a release. */
  Path record(String edition, int number) {
    return releases(edition).resolve(number + ".json");
  }

  /** Where a release is staged; there is one at a time, under the lock. */
  Path staging(String edition) {
    return releases(edition).resolve("staging");
  }

  /** A tree that is no longer needed, kept to make the next one of. */
  Path spare(String edition) {
    return releases(edition).resolve("spare");
  }

  /** A release fetched from elsewhere, which this run continues. */
  Path continued(String edition) {
    return releases(edition).resolve("continued");
  }

  /** Trees that wait to be removed. */
  Path trash(String edition) {
    return releases(edition).resolve("trash");
  }

  /** An edition that waits to be signed elsewhere. */
  Path unsigned(String edition) {
    return site.resolve(".unsigned").resolve(edition);
  }

  /** One file for each sealed edition. */
  Path sealed() {
    return site.resolve(".sealed");
  }

  Path history(String edition) {
    return site.resolve(edition + ".git");
  }

  Path archive(String edition) {
    return site.resolve(edition + ".zip");
  }
}

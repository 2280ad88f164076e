package org.cresset;

import java.util.List;
import java.util.Optional;
import org.cresset.document.Audiences;
import org.cresset.document.LibraryReader;
import org.cresset.document.Register;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.release.PreviousRelease;
import org.cresset.release.Releases;
import org.cresset.source.Sources;

/**
 * An edition stays with its readers. Its releases follow one another, and beside the newest lie
 * their history and what each has shown: other readers would get all of that.
 */
final class SameReaders {
  private final Sources sources;
  private final Releases releases;
  private final Register register;

  SameReaders(Sources sources, Releases releases, Register register) {
    this.sources = sources;
    this.releases = releases;
    this.register = register;
  }

  /**
   * @throws Failure USAGE if one of these editions had other readers at its last release;
   *     ENVIRONMENT if nothing says which it had
   */
  void require(List<Audience> audiences) {
    for (Audience audience : audiences) {
      releases
          .previous(audience.id())
          .map(PreviousRelease::number)
          .ifPresent(number -> require(audience, number));
    }
  }

  private void require(Audience audience, int number) {
    Optional<String> record = releases.record(audience.id(), number);
    String then =
        record
            .flatMap(RunRecord::readers)
            .or(() -> record.flatMap(RunRecord::commit).flatMap(c -> committed(audience, c)))
            .orElseThrow(() -> untold(audience, number, record.flatMap(RunRecord::commit)));
    if (!then.equals(readers(audience))) {
      throw refused(audience, then);
    }
  }

  /** As the settings of that commit say; empty where it is not here. */
  private Optional<String> committed(Audience audience, String commit) {
    return sources
        .file(commit, "cresset.yaml")
        .flatMap(LibraryReader::configuration)
        .flatMap(then ->
            Audiences.of(then, register).stream()
                .filter(a -> a.id().equals(audience.id()))
                .findFirst())
        .map(SameReaders::readers);
  }

  private static Failure untold(Audience audience, int number, Optional<String> commit) {
    String id = audience.id();
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "nothing says who release "
            + number
            + " of the edition "
            + id
            + " was for"
            + commit.map(c -> ": its settings were in commit " + c).orElse(""),
        commit.map(c -> "git fetch that commit; or ").orElse("")
            + "add \"readers\" to site/.releases/"
            + id
            + "/"
            + number
            + ".json: \"anyone\", \"the team\" or the member's id, as it was; or give the edition"
            + " another id in cresset.yaml");
  }

  /** In words that stay the same, for the record of a run. */
  static String readers(Audience audience) {
    return switch (audience.readers()) {
      case Audience.Anyone a -> "anyone";
      case Audience.Team t -> "the team";
      case Audience.Member m -> m.id();
    };
  }

  private static Failure refused(Audience audience, String then) {
    String id = audience.id();
    return new Failure(
        Failure.Kind.USAGE,
        "the edition "
            + id
            + " is for "
            + readers(audience)
            + " now, but its releases so far were for "
            + then
            + ", and its history and archive hold them",
        "give the edition another id in cresset.yaml, and take site/"
            + id
            + " and what belongs to it away from where it was served");
  }
}

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
   * @throws Failure of kind USAGE if one of these editions had other readers at its last release
   */
  void require(List<Audience> audiences) {
    for (Audience audience : audiences) {
      before(audience)
          .filter(then -> !readers(then).equals(readers(audience)))
          .ifPresent(then -> {
            throw refused(audience, then);
          });
    }
  }

  /** As the commit of its last release says; empty for what is sealed, or was not in Git. */
  private Optional<Audience> before(Audience audience) {
    return releases
        .previous(audience.id())
        .map(PreviousRelease::number)
        .flatMap(number -> releases.record(audience.id(), number))
        .flatMap(RunRecord::commit)
        .flatMap(commit -> sources.file(commit, "cresset.yaml"))
        .flatMap(LibraryReader::configuration)
        .flatMap(then ->
            Audiences.of(then, register).stream()
                .filter(a -> a.id().equals(audience.id()))
                .findFirst());
  }

  private static String readers(Audience audience) {
    return switch (audience.readers()) {
      case Audience.Anyone a -> "anyone";
      case Audience.Team t -> "the team";
      case Audience.Member m -> m.id();
    };
  }

  private static Failure refused(Audience audience, Audience then) {
    String id = audience.id();
    return new Failure(
        Failure.Kind.USAGE,
        "the edition "
            + id
            + " is for "
            + readers(audience)
            + " now, but its releases so far were for "
            + readers(then)
            + ", and its history and archive hold them",
        "give the edition another id in cresset.yaml, and take site/"
            + id
            + " and what belongs to it away from where it was served");
  }
}

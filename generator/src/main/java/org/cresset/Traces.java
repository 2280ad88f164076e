package org.cresset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.check.exit.ExitSearch;
import org.cresset.edition.Edition;
import org.cresset.gate.Admission;
import org.cresset.release.Staging;

/** Refuses to publish an edition whose bytes show anything of what was withheld from it. */
final class Traces {
  private Traces() {}

  static void refuse(Admission admission, Staging staging, Renderers renderers) {
    ExitSearch search =
        new ExitSearch(
            admission.withheld().names(),
            admission.withheld().texts(),
            () -> own(admission.edition(), renderers));
    if (search.isIdle()) {
      return;
    }
    Optional<String> trace =
        staging.paths().parallelStream()
            .filter(path -> !path.endsWith(".asc"))
            .flatMap(path ->
                search.trace(path, staging.read(path)).stream().map(t -> path + " shows " + t))
            .findFirst();
    if (trace.isPresent()) {
      throw new IllegalStateException(
          "a trace of withheld text in the edition "
              + admission.edition().audience().id()
              + ": "
              + trace.get());
    }
  }

  private static List<byte[]> own(Edition edition, Renderers renderers) {
    List<byte[]> own = new ArrayList<>(renderers.wording());
    own.add(bytes(edition.site()));
    edition.articles().values().forEach(a -> own.add(bytes(a)));
    edition.intros().values().forEach(i -> own.add(bytes(i)));
    return own;
  }

  private static byte[] bytes(Object record) {
    return record.toString().getBytes(StandardCharsets.UTF_8);
  }
}

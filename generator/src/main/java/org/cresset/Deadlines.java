package org.cresset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cresset.document.Configuration;
import org.cresset.document.Library;
import org.cresset.model.Deadline;
import org.cresset.problem.Failure;
import org.cresset.seal.AgentKey;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;

/**
 * Ends of the team's own things: signing keys, releases that are served, security.txt; and of what
 * the register says.
 */
final class Deadlines {
  private static final Duration NEAR = Duration.ofDays(60);
  private static final String VALID_UNTIL = "# valid-until: ";

  private Deadlines() {}

  /** All, the earliest first. */
  static List<Deadline> all(Workspace workspace, Library library, Instant asOf) {
    List<Deadline> all = new ArrayList<>(RegisterDeadlines.of(library, asOf));
    for (Certificate key : keys(workspace, library.configuration().signing())) {
      String last = key.fingerprint().substring(key.fingerprint().length() - 8);
      key.expires().ifPresent(t -> all.add(new Deadline("signing key …" + last + " expires", t)));
    }
    library
        .configuration()
        .site()
        .securityTxtExpires()
        .ifPresent(t -> all.add(new Deadline("security.txt expires", t)));
    served(workspace.site())
        .forEach(tree ->
            validUntil(tree)
                .ifPresent(t ->
                    all.add(
                        new Deadline(
                            String.format(
                                Locale.ROOT,
                                "release of the edition %s must be renewed",
                                tree.getFileName()),
                            t))));
    all.sort(Comparator.comparing(Deadline::by).thenComparing(Deadline::what));
    return List.copyOf(all);
  }

  private static List<Certificate> keys(Workspace workspace, Configuration.Signing signing) {
    List<Certificate> keys = new ArrayList<>();
    KeyStore.open(workspace.keys()).list().forEach(k -> keys.add(k.certificate()));
    signing.key().filter(k -> signing.byGpg()).flatMap(Deadlines::keptByGpg).ifPresent(keys::add);
    return keys;
  }

  /** A machine that does not sign need not have it. */
  private static Optional<Certificate> keptByGpg(String fingerprint) {
    try {
      return Optional.of(AgentKey.certificate(fingerprint));
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  /** Those that the desk shows; what is far away would only make it change. */
  static List<Deadline> near(Workspace workspace, Library library, Instant asOf) {
    return all(workspace, library, asOf).stream()
        .filter(d -> d.by().isBefore(asOf.plus(NEAR)))
        .toList();
  }

  private static List<Path> served(Path site) {
    if (!Files.isDirectory(site)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(site)) {
      return inside.filter(p -> Files.isRegularFile(p.resolve("SHA256SUMS"))).sorted().toList();
    } catch (IOException e) {
      throw unreadable(site, e);
    }
  }

  private static Optional<Instant> validUntil(Path tree) {
    Path manifest = tree.resolve("SHA256SUMS");
    try (BufferedReader lines = Files.newBufferedReader(manifest, StandardCharsets.UTF_8)) {
      return lines
          .lines()
          .takeWhile(line -> line.startsWith("#"))
          .filter(line -> line.startsWith(VALID_UNTIL))
          .map(line -> Instant.parse(line.substring(VALID_UNTIL.length()).strip()))
          .findFirst();
    } catch (IOException e) {
      throw unreadable(manifest, e);
    }
  }

  private static Failure unreadable(Path path, IOException e) {
    return new Failure(Failure.Kind.ENVIRONMENT, path + " can't be read: " + e.getMessage(), "", e);
  }
}

package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.problem.Failure;

/** A reader's memory: the last release seen of each site and edition, in a small text file. */
final class SeenReleases {
  private static final String HEAD = "# Last releases seen: number, SHA-256, signer, edition, site";
  private static final Pattern LINE =
      Pattern.compile(
          "([1-9][0-9]{0,8}) ([0-9a-f]{64}) ([0-9A-F]{40})(?:>([0-9A-F]{40}))? ([^ ]+) (.+)");

  /**
   * @param hash of the manifest
   * @param next the signer that it announced
   */
  record Seen(
      int release,
      String hash,
      String signer,
      Optional<String> next,
      String edition,
      String site) {}

  private final Path file;
  private final List<Seen> all;

  private SeenReleases(Path file, List<Seen> all) {
    this.file = file;
    this.all = all;
  }

  /**
   * @throws Failure of kind ENVIRONMENT if the file is there but can't be read: to forget what was
   *     seen would let old releases pass
   */
  static SeenReleases read(Path file) {
    List<Seen> all = new ArrayList<>();
    try {
      if (Files.exists(file)) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          take(line).ifPresent(all::add);
        }
      }
      return new SeenReleases(file, all);
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the state file " + file + " can't be read: " + e.getMessage(),
          "restore it; without it an old release could not be told from a new one",
          e);
    }
  }

  private static Optional<Seen> take(String line) {
    if (line.startsWith("#") || line.isBlank()) {
      return Optional.empty();
    }
    Matcher m = LINE.matcher(line);
    if (!m.matches()) {
      throw new IllegalArgumentException("a line that is none: " + line);
    }
    return Optional.of(
        new Seen(
            Integer.parseInt(m.group(1)),
            m.group(2),
            m.group(3),
            Optional.ofNullable(m.group(4)),
            m.group(5),
            m.group(6)));
  }

  Optional<Seen> of(String site, String edition) {
    return all.stream()
        .filter(s -> s.site().equals(site) && s.edition().equals(edition))
        .findFirst();
  }

  /** The signer of a site, where all its editions seen have the same, and the announced one. */
  List<String> signers(Optional<String> site) {
    List<Seen> known =
        all.stream().filter(s -> site.isEmpty() || site.get().equals(s.site())).toList();
    if (known.stream().map(Seen::signer).distinct().count() != 1) {
      return List.of();
    }
    return Stream.concat(
            known.stream().map(Seen::signer), known.stream().flatMap(s -> s.next().stream()))
        .distinct()
        .toList();
  }

  /** The manifest that was seen, where it still lies beside the state file. */
  Optional<Manifest> manifest(Seen seen) {
    Path kept = manifests().resolve(seen.hash());
    try {
      if (Files.isRegularFile(kept)) {
        byte[] bytes = Files.readAllBytes(kept);
        if (Disk.sha256(bytes).equals(seen.hash())) {
          return Optional.of(Manifest.parse(bytes));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // Only names of files are lost; what was seen is in the state file.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private Path manifests() {
    return file.resolveSibling(file.getFileName() + ".manifests");
  }

  private void keep(Optional<Seen> before, byte[] bytes) throws IOException {
    Files.createDirectories(manifests());
    String hash = Disk.sha256(bytes);
    Disk.replace(manifests().resolve(hash), bytes);
    if (before.filter(b -> !b.hash().equals(hash)).isPresent()) {
      Files.deleteIfExists(manifests().resolve(before.get().hash()));
    }
  }

  void remember(Manifest manifest, byte[] bytes) {
    Optional<Seen> before = of(manifest.site(), manifest.edition());
    before.ifPresent(all::remove);
    all.add(
        new Seen(
            manifest.release(),
            Disk.sha256(bytes),
            manifest.signer(),
            manifest.nextSigner(),
            manifest.edition(),
            manifest.site()));
    StringBuilder out = new StringBuilder(HEAD).append('\n');
    all.stream()
        .map(s ->
            String.format(
                Locale.ROOT,
                "%d %s %s%s %s %s\n",
                s.release,
                s.hash,
                s.signer,
                s.next.map(n -> ">" + n).orElse(""),
                s.edition,
                s.site))
        .sorted()
        .forEach(out::append);
    try {
      keep(before, bytes);
      Disk.replace(file.toAbsolutePath(), out.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, "can't write the state file " + file + ": " + e, "", e);
    }
  }
}

package org.cresset.release;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cresset.seal.Verdict;

/** How a release follows the one before, and the last one that a reader saw. */
final class ChainCheck {
  private final TreeSource tree;
  private final Manifest manifest;
  private final String hash;
  private Optional<Manifest> before = Optional.empty();
  private final List<Manifest> remembered = new ArrayList<>();

  /**
   * @param hash of the manifest's bytes
   */
  ChainCheck(TreeSource tree, Manifest manifest, String hash) {
    this.tree = tree;
    this.manifest = manifest;
    this.hash = hash;
  }

  private static Finding broken(String path, String message) {
    return new Finding(Finding.Kind.CHAIN, path, message);
  }

  /** The link to the release before, as far as the tree holds it. */
  List<Finding> run(TreeSigners signers, Instant now) throws IOException {
    int last = manifest.release() - 1;
    String path = "releases/" + last + "/" + Manifest.NAME;
    if (last == 0 || manifest.previous().isEmpty()) {
      return last == 0 && manifest.previous().isEmpty()
          ? List.of()
          : List.of(broken("", "only release 1 has none before it"));
    }
    if (!manifest.files().containsKey(path) || !manifest.files().containsKey(path + ".asc")) {
      return manifest.historyRestarted().isPresent()
          ? List.of()
          : List.of(broken(path, "the manifest of release " + last + " is not in the tree"));
    }
    if (tree.hash(path).isEmpty() || tree.hash(path + ".asc").isEmpty()) {
      // Reported as missing already.
      return List.of();
    }
    return link(path, last, signers, now);
  }

  private List<Finding> link(String path, int last, TreeSigners signers, Instant now)
      throws IOException {
    byte[] bytes = tree.read(path);
    if (!manifest.previous().equals(Optional.of(Disk.sha256(bytes)))) {
      return List.of(broken(path, "not the manifest that this release says it follows"));
    }
    try {
      Manifest old = Manifest.parse(bytes);
      before = Optional.of(old);
      if (old.release() != last || !old.edition().equals(manifest.edition())) {
        return List.of(broken(path, "not release " + last + " of this edition"));
      }
    } catch (IllegalArgumentException e) {
      return List.of(broken(path, "the manifest before is " + e.getMessage()));
    }
    byte[] signature = tree.read(path + ".asc");
    Set<Verdict.Outcome> outcomes =
        signers.verify(bytes, signature, now).stream()
            .map(Verdict::outcome)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.Outcome.class)));
    if (outcomes.contains(Verdict.Outcome.GOOD)) {
      return List.of();
    }
    // Its bytes are those that this release names; what came of their key since only is of note.
    if (outcomes.contains(Verdict.Outcome.REVOKED)) {
      return note(path, "release " + last + " was signed with a key that is revoked now");
    }
    if (outcomes.contains(Verdict.Outcome.RETIRED)) {
      return note(path, "release " + last + " was signed after its key had been retired");
    }
    return List.of(broken(path + ".asc", "release " + last + " has no good signature"));
  }

  private static List<Finding> note(String path, String message) {
    return List.of(new Finding(Finding.Kind.NOTE, path + ".asc", message));
  }

  /** Against what a reader saw before; files are named where its manifest is remembered. */
  void since(SeenReleases memory, List<Finding> out) {
    Optional<SeenReleases.Seen> last = memory.of(manifest.site(), manifest.edition());
    if (last.isEmpty()) {
      return;
    }
    SeenReleases.Seen seen = last.get();
    Optional<Manifest> known = memory.manifest(seen);
    known.ifPresent(remembered::add);
    int number = manifest.release();
    if (number < seen.release()) {
      String message =
          "release " + number + " is older than release " + seen.release() + ", seen before";
      out.add(new Finding(Finding.Kind.ROLLBACK, "", message));
      known.ifPresent(k -> out.addAll(compared(k, Finding.Kind.ROLLBACK)));
    } else if (number == seen.release() && !hash.equals(seen.hash())) {
      out.add(broken("", "another release " + number + " than the one seen before"));
      known.ifPresent(k -> out.addAll(compared(k, Finding.Kind.CHAIN)));
    } else if (number == seen.release() + 1
        && !manifest.previous().equals(Optional.of(seen.hash()))) {
      out.add(broken("", "does not follow the release " + seen.release() + " seen before"));
    } else if (number > seen.release() + 1) {
      out.add(
          new Finding(
              Finding.Kind.NOTE,
              "",
              "the releases between "
                  + seen.release()
                  + " and "
                  + number
                  + " were not seen; the history repository has them"));
    }
  }

  private List<Finding> compared(Manifest known, Finding.Kind kind) {
    return new Comparison(manifest, known, "before").files(kind);
  }

  /** Says of altered and added files from which release they come. */
  void explain(List<Finding> findings) throws IOException {
    Map<String, String> known = new HashMap<>();
    before.ifPresent(remembered::add);
    remembered.forEach(
        b -> b.files().forEach((p, h) -> known.putIfAbsent(h, p + " of release " + b.release())));
    manifest.files().forEach((p, h) -> known.putIfAbsent(h, p + " of this release"));
    List<Finding> explained = new ArrayList<>();
    for (Finding f : findings) {
      boolean foreign = f.kind() == Finding.Kind.ALTERED || f.kind() == Finding.Kind.ADDED;
      explained.add(foreign ? explain(f, known) : f);
    }
    findings.clear();
    findings.addAll(explained);
  }

  private Finding explain(Finding f, Map<String, String> known) throws IOException {
    String from =
        tree.hash(f.path())
            .map(known::get)
            .map(k -> "stale: it is " + k)
            .orElse("foreign: in no release known here");
    return new Finding(f.kind(), f.path(), f.message() + " (" + from + ")");
  }
}

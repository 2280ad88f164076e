package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cresset.seal.Verdict;
import org.cresset.seal.Verifier;

/**
 * The manifest, its signature and every byte under it: what {@code verify.sh} checks but for the
 * expectations of a reader.
 */
final class ContentCheck {
  private final TreeSource tree;
  private final Predicate<String> hashedBefore;
  private Optional<Manifest> manifest = Optional.empty();
  private byte[] bytes = new byte[0];
  private Optional<Verdict> verdict = Optional.empty();

  ContentCheck(TreeSource tree) {
    this(tree, path -> false);
  }

  /**
   * @param hashedBefore files whose bytes in this very tree were hashed already, and found right
   */
  ContentCheck(TreeSource tree, Predicate<String> hashedBefore) {
    this.tree = tree;
    this.hashedBefore = hashedBefore;
  }

  /** The manifest, once its signature was found good. */
  Optional<Manifest> manifest() {
    return manifest;
  }

  /** The manifest's bytes. */
  byte[] bytes() {
    return bytes;
  }

  Optional<Verdict> verdict() {
    return verdict;
  }

  /**
   * All that is wrong, in the order of paths; only the first steps where they fail.
   *
   * @param now as in {@link Verifier#verify}
   */
  List<Finding> run(Verifier pinned, Instant now) {
    Optional<Finding> unsigned = signature(pinned, now);
    if (unsigned.isPresent()) {
      return List.of(unsigned.get());
    }
    try {
      Manifest parsed = Manifest.parse(bytes);
      manifest = Optional.of(parsed);
      return contents(parsed);
    } catch (IllegalArgumentException e) {
      return List.of(
          new Finding(Finding.Kind.MANIFEST, Manifest.NAME, "the manifest is " + e.getMessage()));
    } catch (IOException e) {
      return List.of(new Finding(Finding.Kind.UNREADABLE, "", "the tree can't be read: " + e));
    }
  }

  private Optional<Finding> signature(Verifier pinned, Instant now) {
    byte[] signature;
    try {
      bytes = tree.read(Manifest.NAME);
      signature = tree.read(Manifest.SIGNATURE);
    } catch (IOException e) {
      return Optional.of(
          new Finding(
              Finding.Kind.UNREADABLE, "", "there is no signed manifest: " + e.getMessage()));
    }
    Verdict found = pinned.verify(bytes, signature, now);
    verdict = Optional.of(found);
    if (found.good() && !found.revokedLater()) {
      return Verifier.canonical(signature)
          ? Optional.empty()
          : Optional.of(
              new Finding(
                  Finding.Kind.SIGNATURE,
                  Manifest.SIGNATURE,
                  "the signature of the manifest is not written as Cresset writes one"));
    }
    return Optional.of(
        new Finding(
            Finding.Kind.SIGNATURE,
            Manifest.SIGNATURE,
            "the signature of the manifest is not good: "
                + (found.good() ? "its key was revoked" : found.detail())));
  }

  /** What differs from a manifest, in the order of paths. */
  List<Finding> contents(Manifest expected) throws IOException {
    SortedMap<String, Finding> found = new TreeMap<>();
    for (String path : tree.special()) {
      found.put(path, new Finding(Finding.Kind.SPECIAL, path, "neither file nor folder: " + path));
    }
    for (String path : tree.files().orElse(expected.files().keySet())) {
      if (!expected.files().containsKey(path)
          && !path.equals(Manifest.NAME)
          && !path.equals(Manifest.SIGNATURE)) {
        found.put(path, new Finding(Finding.Kind.ADDED, path, "not in the manifest: " + path));
      }
    }
    for (Finding f : missing(expected)) {
      found.putIfAbsent(f.path(), f);
    }
    for (Finding f : hashes(expected)) {
      found.putIfAbsent(f.path(), f);
    }
    return new ArrayList<>(found.values());
  }

  private List<Finding> missing(Manifest expected) throws IOException {
    Set<String> there = tree.files().orElse(expected.files().keySet());
    return expected.files().keySet().stream()
        .filter(path -> !there.contains(path))
        .map(path -> new Finding(Finding.Kind.MISSING, path, "missing: " + path))
        .toList();
  }

  private List<Finding> hashes(Manifest expected) throws IOException {
    try {
      return expected.files().entrySet().parallelStream()
          .filter(e -> !hashedBefore.test(e.getKey()))
          .map(this::hash)
          .flatMap(Optional::stream)
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private Optional<Finding> hash(Map.Entry<String, String> entry) {
    String path = entry.getKey();
    try {
      Optional<String> hash = tree.hash(path);
      if (hash.isEmpty()) {
        return Optional.of(new Finding(Finding.Kind.MISSING, path, "missing: " + path));
      }
      return hash.get().equals(entry.getValue())
          ? Optional.empty()
          : Optional.of(new Finding(Finding.Kind.ALTERED, path, "altered: " + path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

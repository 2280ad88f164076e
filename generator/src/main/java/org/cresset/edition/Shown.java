package org.cresset.edition;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this edition has shown of a document from version to version. The texts are read only where
 * they are needed: digests and basis together tell which they are, and stand for them in {@code
 * toString}. Safe for several threads.
 */
public final class Shown {
  public static final Shown NOTHING = new Shown(Collections.emptySortedMap(), "", List::of);

  private final SortedMap<String, String> digests;
  private final String basis;
  private final Supplier<List<VersionText>> texts;
  private @Nullable List<VersionText> earlier;

  /**
   * @param digests of each version by its number, the current one among them; empty where the kind
   *     has no versions
   * @param basis a digest of all that may hold the texts; never shown
   * @param texts reads the versions before the current one, oldest first; asked once
   */
  public Shown(SortedMap<String, String> digests, String basis, Supplier<List<VersionText>> texts) {
    this.digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    this.basis = basis;
    this.texts = texts;
  }

  /** The digest of each version by its number. */
  public SortedMap<String, String> digests() {
    return digests;
  }

  /** The versions before the current one whose text is known to have been shown, oldest first. */
  public synchronized List<VersionText> earlier() {
    if (earlier == null) {
      earlier = List.copyOf(texts.get());
    }
    return earlier;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shown shown
        && digests.equals(shown.digests)
        && basis.equals(shown.basis);
  }

  @Override
  public int hashCode() {
    return Objects.hash(digests, basis);
  }

  @Override
  public String toString() {
    return digests + basis;
  }
}

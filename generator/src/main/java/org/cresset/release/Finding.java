package org.cresset.release;

/**
 * Something that a verification found.
 *
 * @param path in the tree; empty where it concerns the whole
 * @param message one line for people, without a full stop
 */
public record Finding(Kind kind, String path, String message) {
  /** What is the matter. */
  public enum Kind {
    /** The tree can't be read as a release at all. */
    UNREADABLE,
    /** The manifest's signature is not good. */
    SIGNATURE,
    /** The manifest has not the right form. */
    MANIFEST,
    /** Another site than expected. */
    SITE,
    /** Another edition than expected. */
    EDITION,
    /** An older release than was seen before. */
    ROLLBACK,
    /** Another release of the same number than was seen before, or a broken chain. */
    CHAIN,
    /** Other bytes than the manifest says. */
    ALTERED,
    /** In the manifest but not there. */
    MISSING,
    /** There but not in the manifest. */
    ADDED,
    /** Neither a file nor a folder. */
    SPECIAL,
    /** A document's own signature is not good. */
    DOCUMENT_SIGNATURE,
    /** A document that speaks of another id than its path. */
    DOCUMENT_ID,
    /** Genuine, but past its time. */
    STALE,
    /** A remark; nothing is wrong. */
    NOTE,
  }

  /** Whether it means that the release is not genuine. */
  public boolean fatal() {
    return kind != Kind.STALE && kind != Kind.NOTE;
  }
}

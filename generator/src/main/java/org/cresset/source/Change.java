package org.cresset.source;

import java.time.Instant;

/**
 * A commit that changed a file.
 *
 * @param commit its id
 * @param authored when it was written, in whole seconds
 * @param author the name alone
 * @param declassifiedBy who answers for it that something became visible to more readers; empty for
 *     nobody
 * @param blob the content it left; empty where it removed the file
 */
public record Change(
    String commit,
    Instant authored,
    String author,
    String subject,
    String declassifiedBy,
    String blob) {

  /** Whether the file was removed. */
  public boolean removed() {
    return blob.isEmpty();
  }
}

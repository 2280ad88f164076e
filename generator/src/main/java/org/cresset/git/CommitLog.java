package org.cresset.git;

import java.time.Instant;
import java.util.List;

/**
 * What every commit changed under a folder.
 *
 * @param tip the commit it was walked from; empty for none
 * @param commits newest first; parents always after their children, else by {@code order} and id,
 *     so that the sequence does not depend on how it was found
 */
public record CommitLog(String tip, List<Entry> commits) {
  /** No commits. */
  public static final CommitLog EMPTY = new CommitLog("", List.of());

  /**
   * A commit.
   *
   * @param order seconds since 1970 of the commit, moved up where its clock stood behind a parent's
   * @param authored when, in whole seconds
   * @param author the name alone
   * @param declassifiedBy who answers for it that something becomes visible to more readers: the
   *     values of its {@code Declassified-By} trailers; empty for nobody
   * @param changed in merges only what differs from every parent
   */
  public record Entry(
      String id,
      long order,
      Instant authored,
      String author,
      String subject,
      String declassifiedBy,
      List<ChangedFile> changed) {}

  /**
   * A file.
   *
   * @param path from the folder
   * @param blob the new content; empty where the file was removed
   */
  public record ChangedFile(String path, String blob) {}
}

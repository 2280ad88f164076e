package org.cresset.intake;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an import did.
 *
 * @param documents how many were written, and how
 * @param remarks what to know of records that were taken in
 * @param refused records that were not
 * @param fields what became of each field of those taken in
 */
public record Imported(
    Map<Written, Integer> documents,
    List<Remark> remarks,
    List<Remark> refused,
    SortedMap<String, Fates.Field> fields) {

  public Imported {
    documents = Map.copyOf(documents);
    remarks = List.copyOf(remarks);
    refused = List.copyOf(refused);
  }

  /**
   * Something about one record.
   *
   * @param place file, line or number
   * @param id the document's; empty where there is none
   */
  public record Remark(String place, String id, String text) {}

  /** Whether anything was taken in. */
  public boolean any() {
    return !documents.isEmpty();
  }

  public int count(Written written) {
    return documents.getOrDefault(written, 0);
  }
}

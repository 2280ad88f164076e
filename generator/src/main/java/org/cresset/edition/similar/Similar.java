package org.cresset.edition.similar;

import java.util.List;
import org.cresset.edition.Article;

/**
 * An incident that resembles another.
 *
 * @param score between 0 and 1
 * @param reasons why, the weightiest first
 */
public record Similar(Article article, double score, List<Reason> reasons) {
  /**
   * What the two have in common.
   *
   * @param words such as {@code same method}
   * @param values which
   */
  public record Reason(String words, List<String> values) {}
}

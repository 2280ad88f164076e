package org.cresset.edition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cresset.model.DocumentId;

/**
 * Digests of the articles of one edition, each over all that its record holds. An article is in
 * many files, and goes into the digest of each file's inputs by its own. Safe for several threads.
 */
public final class ArticleDigests {
  private final Map<DocumentId, String> digests = new ConcurrentHashMap<>();

  /**
   * The digest of an article, made when it is first asked for.
   *
   * @param article of the edition
   */
  public String of(Article article) {
    return digests.computeIfAbsent(article.id(), id -> Digests.of(Exact.of(article)));
  }
}

package org.cresset.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.DocumentId;

/**
 * A form that advisories have beside their page, made once for all editions of a run that show the
 * same of an advisory. Safe for several threads; bounded, and what is not kept is made again.
 */
public final class SharedForms {
  private static final long CAPACITY = 32 << 20;

  private record Form(Site site, Article article, byte[] content) {}

  private final Map<DocumentId, Form> forms = new ConcurrentHashMap<>();
  private final AtomicLong size = new AtomicLong();

  /**
   * The form of an advisory.
   *
   * @param make gets all that a form may hold of the advisory, and that alone
   */
  public byte[] of(Site site, Article advisory, Function<Article, byte[]> make) {
    Article said = advisory.besidePage();
    Form known = forms.get(advisory.id());
    if (known != null && known.article().equals(said) && known.site().equals(site)) {
      return known.content();
    }
    byte[] content = make.apply(said);
    if (size.addAndGet(content.length) <= CAPACITY) {
      forms.put(advisory.id(), new Form(site, said, content));
    }
    return content;
  }
}

package org.cresset.edition.similar;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.edition.Article;
import org.cresset.edition.seen.Indicator;
import org.cresset.edition.similar.Feature.Aspect;
import org.cresset.model.Details;

/** What one report offers to be compared by. */
final class Features {
  private static final Pattern VERSION = Pattern.compile("\\s+v?\\d[\\w.+-]*$");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SAYS_NOTHING = Set.of("unknown", "other", "none");
  private static final int SHORTEST_WORD = 5;

  private final Set<Feature> features = new LinkedHashSet<>();

  private Features() {}

  static Set<Feature> of(Article article, Collection<Indicator> indicators) {
    Features of = new Features();
    indicators.forEach(i -> of.features.add(new Feature(Aspect.OBSERVABLE, i.value())));
    if (article.details() instanceof Details.Report d) {
      d.software().forEach(s -> of.add(Aspect.SOFTWARE, VERSION.matcher(s).replaceAll("")));
      d.methods().forEach(m -> of.add(Aspect.METHOD, m));
      d.sites().forEach(s -> of.add(Aspect.SITE, s));
      d.locations().forEach(l -> of.add(Aspect.LOCATION, l));
      d.outcome().ifPresent(o -> of.add(Aspect.OUTCOME, o));
      of.add(Aspect.CATEGORY, d.triage().category());
      d.severity().ifPresent(s -> of.add(Aspect.SEVERITY, s.token()));
    }
    article.keywords().forEach(k -> of.add(Aspect.KEYWORD, k));
    for (String word : BETWEEN.split(article.title())) {
      Optional.of(word)
          .filter(w -> w.length() >= SHORTEST_WORD)
          .ifPresent(w -> of.add(Aspect.WORD, w));
    }
    return of.features;
  }

  private void add(Aspect aspect, String value) {
    String folded = value.strip().toLowerCase(Locale.ROOT);
    if (!folded.isEmpty() && !SAYS_NOTHING.contains(folded)) {
      features.add(new Feature(aspect, folded));
    }
  }
}

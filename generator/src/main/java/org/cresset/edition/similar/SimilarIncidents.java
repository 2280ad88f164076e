package org.cresset.edition.similar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.seen.SeenIndex;
import org.cresset.edition.similar.Feature.Aspect;
import org.cresset.edition.similar.Similar.Reason;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/**
 * Compares the reports of an edition by what they have in common, weighed by kind and rarity: the
 * cosine of their weighted features. It works through posting lists, so that it stays fast with
 * thousands of reports.
 */
public final class SimilarIncidents {
  private static final double LEAST = .05;
  private static final int MOST_VALUES = 4;

  private final List<Article> reports;
  private final List<Set<Feature>> features;
  private final Map<Feature, int[]> postings;
  private final Map<Feature, Double> weights = new HashMap<>();
  // Of each report what is worth naming, the weightiest first.
  private final List<List<Feature>> worthNaming;
  private final double[] norms;
  private final Map<DocumentId, Integer> places = new HashMap<>();

  private SimilarIncidents(List<Article> reports, List<Set<Feature>> features) {
    this.reports = reports;
    this.features = features;
    this.postings = postings(features);
    postings.forEach((feature, having) -> weights.put(feature, weight(feature, having.length)));
    this.norms = features.stream().mapToDouble(this::norm).toArray();
    this.worthNaming = features.parallelStream().map(this::worthNaming).toList();
    for (int i = 0; i < reports.size(); i++) {
      places.put(reports.get(i).id(), i);
    }
  }

  public static SimilarIncidents of(Edition edition, SeenIndex seen) {
    List<Article> reports = edition.of(Kind.REPORT);
    return new SimilarIncidents(
        reports, reports.parallelStream().map(a -> Features.of(a, seen.indicators(a))).toList());
  }

  /** The incidents most like one, best first; at most so many, fewer where little is alike. */
  public List<Similar> to(Article report, int most) {
    Integer place = places.get(report.id());
    if (place == null) {
      return List.of();
    }
    double[] scores = scores(place);
    List<Similar> best = new ArrayList<>();
    for (int i = best(scores); i >= 0 && best.size() < most; i = best(scores)) {
      best.add(new Similar(reports.get(i), scores[i], reasons(place, i)));
      scores[i] = 0;
    }
    return List.copyOf(best);
  }

  /** The place of the greatest score, of equal ones the first; -1 where little is alike. */
  private static int best(double[] scores) {
    int best = -1;
    for (int i = 0; i < scores.length; i++) {
      if (best < 0 ? scores[i] >= LEAST : scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }

  /** By place; 0 for the report itself, and where nothing in common tells anything. */
  private double[] scores(int place) {
    double[] scores = new double[reports.size()];
    boolean[] telling = new boolean[scores.length];
    for (Feature feature : features.get(place)) {
      double weight = weight(feature);
      for (int other : postings.getOrDefault(feature, new int[0])) {
        scores[other] += weight * weight;
        telling[other] |= feature.aspect().telling();
      }
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] = telling[i] && i != place ? scores[i] / (norms[place] * norms[i]) : 0;
    }
    return scores;
  }

  private List<Feature> worthNaming(Set<Feature> of) {
    return of.stream()
        .filter(f -> f.aspect().isReason())
        .sorted(Comparator.comparingDouble((Feature f) -> -weight(f)).thenComparing(Feature::value))
        .toList();
  }

  private List<Reason> reasons(int one, int other) {
    Set<Feature> there = features.get(other);
    Map<Aspect, List<String>> common = new TreeMap<>();
    for (Feature f : worthNaming.get(one)) {
      if (there.contains(f)) {
        common.computeIfAbsent(f.aspect(), a -> new ArrayList<>()).add(f.value());
      }
    }
    return common.entrySet().stream()
        .map(e ->
            new Reason(
                e.getKey().words(),
                List.copyOf(e.getValue().subList(0, Math.min(MOST_VALUES, e.getValue().size())))))
        .toList();
  }

  /** How much a feature says: by its kind, and the more the fewer reports have it. */
  private double weight(Feature feature, int having) {
    return Math.sqrt(feature.aspect().weight() * Math.log1p((double) reports.size() / having));
  }

  private double weight(Feature feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  private double norm(Set<Feature> of) {
    return Math.sqrt(of.stream().mapToDouble(f -> weight(f) * weight(f)).sum());
  }

  private static Map<Feature, int[]> postings(List<Set<Feature>> features) {
    Map<Feature, int[]> postings = new HashMap<>();
    Map<Feature, Integer> filled = new HashMap<>();
    for (int i = 0; i < features.size(); i++) {
      for (Feature feature : features.get(i)) {
        int count = filled.merge(feature, 1, Integer::sum);
        int[] list = postings.computeIfAbsent(feature, f -> new int[2]);
        if (count > list.length) {
          list = Arrays.copyOf(list, list.length * 2);
          postings.put(feature, list);
        }
        list[count - 1] = i;
      }
    }
    postings.replaceAll((f, list) -> Arrays.copyOf(list, filled.getOrDefault(f, 0)));
    return postings;
  }
}

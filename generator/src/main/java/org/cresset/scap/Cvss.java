package org.cresset.scap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cresset.model.Severity;
import us.springett.cvss.MalformedVectorException;

/**
 * A CVSS vector and its base score.
 *
 * @param version {@code 2.0}, {@code 3.0}, {@code 3.1} or {@code 4.0}
 * @param vector as written
 * @param baseScore from 0.0 to 10.0
 * @param rating the standard's word for the score; version 2 knows nothing above high
 */
public record Cvss(String version, String vector, double baseScore, Severity rating) {
  /** The newest version first: what is said in several counts as said there. */
  public static final Comparator<Cvss> NEWEST = Comparator.comparing(Cvss::version).reversed();

  private static final Pattern METRIC = Pattern.compile("[A-Za-z]{1,4}:[A-Za-z]{1,6}");

  /** Reads a vector of any version; empty where it is not one. */
  public static Optional<Cvss> of(String vector) {
    if (!isWellFormed(vector)) {
      return Optional.empty();
    }
    try {
      us.springett.cvss.Cvss read = us.springett.cvss.Cvss.fromVector(vector);
      if (read == null) {
        return Optional.empty();
      }
      String version =
          vector.startsWith("CVSS:") ? vector.substring(5, vector.indexOf('/')) : "2.0";
      double score = read.calculateScore().getBaseScore();
      return Optional.of(new Cvss(version, vector, score, rating(version, score)));
    } catch (MalformedVectorException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The vectors of a list that can be read, newest version first. */
  public static List<Cvss> all(List<String> vectors) {
    return vectors.stream().flatMap(v -> of(v).stream()).sorted(NEWEST).toList();
  }

  /** Each metric once, and nothing that the calculator would skip. */
  private static boolean isWellFormed(String vector) {
    List<String> metrics = List.of(vector.replaceFirst("^CVSS:[0-9.]+/", "").split("/", -1));
    return metrics.stream().allMatch(m -> METRIC.matcher(m).matches())
        && metrics.stream().map(m -> m.substring(0, m.indexOf(':'))).distinct().count()
            == metrics.size();
  }

  private static Severity rating(String version, double score) {
    Severity rating = Severity.ofScore(score);
    if (!version.equals("2.0")) {
      return rating;
    }
    return switch (rating) {
      case CRITICAL -> Severity.HIGH;
      case NONE -> Severity.LOW;
      default -> rating;
    };
  }
}

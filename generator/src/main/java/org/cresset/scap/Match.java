package org.cresset.scap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.model.Product;
import org.cresset.model.Software;

/**
 * An advisory's product that is, or may be, software in use.
 *
 * @param certain false where the version in use is not known, can't be compared, or is still being
 *     looked at
 * @param reason why it matches, in words for the one who uses it
 */
public record Match(Software software, Product product, boolean certain, String reason) {

  /** All matches of software in use with an advisory's products, in the order of the software. */
  public static List<Match> of(List<Software> software, List<Product> products) {
    List<Match> matches = new ArrayList<>();
    for (Software used : software) {
      for (Product product : products) {
        of(used, product).ifPresent(matches::add);
      }
    }
    return List.copyOf(matches);
  }

  private static Optional<Match> of(Software software, Product product) {
    Optional<String> same = Identity.same(software, product);
    if (same.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> version = Identity.version(software);
    String used = software.productName() + version.map(v -> " " + v).orElse("") + ": " + same.get();
    if (version.isEmpty()) {
      return isNone(product)
          ? Optional.empty()
          : Optional.of(
              new Match(
                  software, product, false, used + "; which version you use is not registered"));
    }
    return in(product, version.get())
        .map(v -> new Match(software, product, v.certain(), used + "; " + v.words()));
  }

  /** Whether nothing is said to be affected or looked at. */
  private static boolean isNone(Product product) {
    return product.affected().isEmpty()
        && product.underInvestigation().isEmpty()
        && !product.notAffected().isEmpty();
  }

  private record Place(boolean certain, String words) {}

  /** Where a version lies; empty where it is not affected. */
  private static Optional<Place> in(Product product, String version) {
    if (first(product.fixed(), version).isPresent()
        || first(product.notAffected(), version).isPresent()) {
      return Optional.empty();
    }
    Optional<String> affected = first(product.affected(), version);
    if (affected.isPresent()) {
      return Optional.of(
          new Place(
              true,
              affected.get().equals("*")
                  ? "all versions are affected"
                  : "version " + version + " is in the affected range " + affected.get()));
    }
    Optional<String> looked = first(product.underInvestigation(), version);
    if (looked.isPresent()) {
      return Optional.of(
          new Place(false, "whether " + version + " is affected is being looked at"));
    }
    return product.affected().stream()
        .filter(range -> contains(range, version).isEmpty())
        .findFirst()
        .map(range ->
            new Place(false, "version " + version + " can't be compared with the range " + range))
        .or(() -> byName(product, version));
  }

  /** Where the advisory has no ranges, the version of its CPE name or package URL counts. */
  private static Optional<Place> byName(Product product, String version) {
    if (!product.affected().isEmpty() || !product.underInvestigation().isEmpty()) {
      return Optional.empty();
    }
    Optional<String> theirs = Identity.named(product.purl(), product.cpe());
    if (theirs.isPresent()) {
      return theirs.get().equalsIgnoreCase(version)
          ? Optional.of(new Place(true, "version " + version + " is the one named"))
          : Optional.empty();
    }
    return isNone(product)
        ? Optional.empty()
        : Optional.of(new Place(false, "the advisory does not say which versions are affected"));
  }

  /** The first of some ranges that a version lies in. */
  private static Optional<String> first(List<String> ranges, String version) {
    return ranges.stream().filter(range -> contains(range, version).orElse(false)).findFirst();
  }

  /** Empty where what the author wrote is no range. */
  private static Optional<Boolean> contains(String range, String version) {
    if (range.equals("none")) {
      return Optional.of(false);
    }
    try {
      return Optional.of(VersionRange.of(range).contains(version));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}

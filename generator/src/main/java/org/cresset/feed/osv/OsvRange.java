package org.cresset.feed.osv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cresset.json.Members;
import org.cresset.model.Product;
import org.cresset.scap.PackageUrl;
import org.cresset.scap.VersionRange;
import org.cresset.scap.VersionRange.Bound;
import org.cresset.scap.VersionRange.Span;

/** The affected versions of a package. */
final class OsvRange {
  private static final Set<String> SEMANTIC = Set.of("Go", "Hex", "Pub", "crates.io", "npm");
  private static final Pattern SEMVER =
      Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?");

  private OsvRange() {}

  /** One entry of {@code affected}. */
  static Members affected(Product product, PackageUrl url) {
    List<Members> ranges = new ArrayList<>();
    List<String> versions = new ArrayList<>();
    String ecosystem = url.ecosystem().orElseThrow();
    for (VersionRange range : product.affected().stream().map(VersionRange::of).toList()) {
      range.single().ifPresent(versions::add);
      if (range.single().isEmpty()) {
        range.spans().forEach(span -> ranges.add(range(span, ecosystem)));
      }
    }
    return new Members()
        .with(
            "package",
            new Members()
                .with("ecosystem", ecosystem)
                .with("name", url.name())
                .with("purl", url.ofAllVersions()))
        .with("ranges", ranges)
        .with("versions", versions);
  }

  /**
   * One range. OSV knows no lower bound that is itself not affected: there the bound counts as
   * affected, since a false alarm is the lesser evil.
   */
  private static Members range(Span span, String ecosystem) {
    List<Members> events = new ArrayList<>();
    events.add(new Members().with("introduced", span.from().map(Bound::version).orElse("0")));
    span.to()
        .ifPresent(to ->
            events.add(
                new Members().with(to.inclusive() ? "last_affected" : "fixed", to.version())));
    boolean semantic = SEMANTIC.contains(ecosystem) && semver(span.from()) && semver(span.to());
    return new Members().with("type", semantic ? "SEMVER" : "ECOSYSTEM").with("events", events);
  }

  private static boolean semver(Optional<Bound> bound) {
    return bound.map(b -> SEMVER.matcher(b.version()).matches()).orElse(true);
  }
}

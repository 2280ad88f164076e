package org.cresset.scap;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.cresset.model.Product;
import org.cresset.model.Software;
import us.springett.parsers.cpe.Cpe;
import us.springett.parsers.cpe.CpeParser;
import us.springett.parsers.cpe.exceptions.CpeParsingException;

/**
 * Whether two entries name the same software, and by what. A package URL on both sides decides
 * alone, then a CPE name on both sides, then vendor and product.
 */
final class Identity {
  private Identity() {}

  /** By what they are the same, in words; empty if they are not. */
  static Optional<String> same(Software software, Product product) {
    Optional<String> ourPackage = software.purl().flatMap(Identity::ofAllVersions);
    Optional<String> theirPackage = product.purl().flatMap(Identity::ofAllVersions);
    if (ourPackage.isPresent() && theirPackage.isPresent()) {
      return theirPackage.filter(ourPackage.get()::equals).map(p -> "the same package, " + p);
    }
    Optional<Cpe> ourCpe = software.cpe().flatMap(Identity::cpe);
    Optional<Cpe> theirCpe = product.cpe().flatMap(Identity::cpe);
    if (ourCpe.isPresent() && theirCpe.isPresent()) {
      return theirCpe
          .filter(theirs -> sameCpe(ourCpe.get(), theirs))
          .map(theirs -> "the same CPE name, " + theirs.getVendor() + " " + theirs.getProduct());
    }
    return sameName(software, product);
  }

  private static Optional<String> sameName(Software software, Product product) {
    if (!folded(software.productName()).equals(folded(product.productName()))) {
      return Optional.empty();
    }
    if (software.vendor().isPresent() && product.vendor().isPresent()) {
      return folded(software.vendor().get()).equals(folded(product.vendor().get()))
          ? Optional.of("the same vendor and product")
          : Optional.empty();
    }
    return Optional.of("the same product name");
  }

  /** The version in use, as the register says it, or the names do. */
  static Optional<String> version(Software software) {
    return software.version().or(() -> named(software.purl(), software.cpe()));
  }

  /** The one version that a package URL or a CPE name is of, if they name one. */
  static Optional<String> named(Optional<String> purl, Optional<String> cpe) {
    return purl.flatMap(PackageUrl::of)
        .flatMap(PackageUrl::version)
        .or(() ->
            cpe.flatMap(Identity::cpe)
                .map(Cpe::getVersion)
                .filter(v -> !v.equals("*") && !v.equals("-")));
  }

  private static Optional<String> ofAllVersions(String purl) {
    return PackageUrl.of(purl).map(p -> p.ofAllVersions().toString().replaceFirst("[?#].*", ""));
  }

  private static Optional<Cpe> cpe(String written) {
    try {
      return Optional.of(CpeParser.parse(written));
    } catch (CpeParsingException e) {
      return Optional.empty();
    }
  }

  private static boolean sameCpe(Cpe a, Cpe b) {
    return a.getPart() == b.getPart()
        && a.getVendor().equalsIgnoreCase(b.getVendor())
        && a.getProduct().equalsIgnoreCase(b.getProduct());
  }

  /** Letters and digits alone, without case or accents. */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }
}

package org.cresset.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cresset.model.Details;
import org.cresset.model.Product;
import org.cresset.model.Status;
import org.cresset.scap.PackageUrl;

/** The forms that an advisory has beside its page, and where they lie. */
public final class Formats {
  /** The prefixes of databases whose ids OSV knows, as far as a team could have them. */
  private static final Pattern REGISTERED = Pattern.compile("(CVE|GHSA|GO|OSV|PYSEC|RUSTSEC)-.+");

  /** What CSAF 2.0, section 5.1, has as an underscore in a file's name. */
  private static final Pattern FOREIGN = Pattern.compile("[^+\\-a-z0-9]+");

  private Formats() {}

  /** Signed text, ready to mail. */
  public static String text(Article advisory) {
    return advisory.folder() + advisory.id().folded() + ".txt";
  }

  /** The CSAF document, named as CSAF 2.0, section 5.1, has it; empty for drafts. */
  public static Optional<String> csaf(Article advisory) {
    if (advisory.status() == Status.DRAFT) {
      return Optional.empty();
    }
    String name = FOREIGN.matcher(advisory.id().folded()).replaceAll("_") + ".json";
    return Optional.of(
        ".well-known/csaf/" + Paths.year(advisory.versions().initial()) + "/" + name);
  }

  /** The OSV record; empty for drafts and where no product is a package of an ecosystem of OSV. */
  public static Optional<String> osv(Article advisory) {
    boolean packaged =
        advisory.details() instanceof Details.Advisory a
            && a.products().stream().anyMatch(p -> osvPackage(p).isPresent());
    return packaged && advisory.status() != Status.DRAFT
        ? Optional.of("osv/" + osvId(advisory).toLowerCase(Locale.ROOT) + ".json")
        : Optional.empty();
  }

  /** The id in OSV: with the prefix for databases that it does not know. */
  public static String osvId(Article advisory) {
    String id = advisory.id().id();
    return REGISTERED.matcher(id).matches() ? id : "x_" + id;
  }

  /** The package that OSV can speak of: affected, and of an ecosystem that it knows. */
  public static Optional<PackageUrl> osvPackage(Product product) {
    return product.affected().isEmpty()
        ? Optional.empty()
        : product.purl().flatMap(PackageUrl::of).filter(u -> u.ecosystem().isPresent());
  }
}

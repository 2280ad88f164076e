package org.cresset.scap;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import java.util.Map;
import java.util.Optional;

/** A package URL (purl), which names a package in its ecosystem. */
public final class PackageUrl {
  /** The ecosystems of OSV, by purl type. */
  private static final Map<String, String> ECOSYSTEMS =
      Map.ofEntries(
          Map.entry("cargo", "crates.io"),
          Map.entry("composer", "Packagist"),
          Map.entry("conan", "ConanCenter"),
          Map.entry("cran", "CRAN"),
          Map.entry("gem", "RubyGems"),
          Map.entry("golang", "Go"),
          Map.entry("hackage", "Hackage"),
          Map.entry("hex", "Hex"),
          Map.entry("maven", "Maven"),
          Map.entry("npm", "npm"),
          Map.entry("nuget", "NuGet"),
          Map.entry("pub", "Pub"),
          Map.entry("pypi", "PyPI"));

  private final PackageURL url;

  private PackageUrl(PackageURL url) {
    this.url = url;
  }

  /** Reads a package URL; empty where it is not one. */
  public static Optional<PackageUrl> of(String text) {
    try {
      return Optional.of(new PackageUrl(new PackageURL(text)));
    } catch (MalformedPackageURLException e) {
      return Optional.empty();
    }
  }

  /** The package of that name in an ecosystem of OSV; empty where no purl type is known for it. */
  public static Optional<PackageUrl> inEcosystem(String ecosystem, String name) {
    return ECOSYSTEMS.entrySet().stream()
        .filter(e -> e.getValue().equals(ecosystem))
        .findFirst()
        .flatMap(e -> named(e.getKey(), name));
  }

  private static Optional<PackageUrl> named(String type, String name) {
    int slash = name.lastIndexOf(type.equals("maven") ? ':' : '/');
    String last = name.substring(slash + 1);
    String own = type.equals("pypi") ? last.replaceAll("[-_.]+", "-") : last;
    try {
      return Optional.of(
          new PackageUrl(
              new PackageURL(
                  type, slash < 0 ? null : name.substring(0, slash), own, null, null, null)));
    } catch (MalformedPackageURLException e) {
      return Optional.empty();
    }
  }

  /** Such as {@code npm}; version ranges have the same types. */
  public String type() {
    return url.getType();
  }

  public Optional<String> version() {
    return Optional.ofNullable(url.getVersion());
  }

  /** The ecosystem's name in OSV; empty where OSV knows none of that type. */
  public Optional<String> ecosystem() {
    return Optional.ofNullable(ECOSYSTEMS.get(url.getType()));
  }

  /** The package's name as its ecosystem writes it, such as {@code org.example:libexparse}. */
  public String name() {
    String space = url.getNamespace();
    return space == null
        ? url.getName()
        : space + (url.getType().equals("maven") ? ":" : "/") + url.getName();
  }

  /** The same package in that version. */
  public PackageUrl at(String version) {
    try {
      return new PackageUrl(url.toBuilder().withVersion(version).build());
    } catch (MalformedPackageURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same package without a version. */
  public PackageUrl ofAllVersions() {
    try {
      return new PackageUrl(url.toBuilder().withVersion(null).build());
    } catch (MalformedPackageURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In canonical form. */
  @Override
  public String toString() {
    return url.canonicalize();
  }
}

package org.cresset.feed.csaf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.cresset.json.Members;
import org.cresset.model.Product;
import org.cresset.scap.Cpe;
import org.cresset.scap.PackageUrl;

/** The products of an advisory, one leaf for each version or range (section 3.2.2). */
final class ProductTree {
  /** What is known of a version. */
  enum Status {
    KNOWN_AFFECTED,
    FIXED,
    KNOWN_NOT_AFFECTED,
    UNDER_INVESTIGATION
  }

  /**
   * A version or range of a product.
   *
   * @param id unlike all others in the document
   * @param key the product's own id
   */
  record Leaf(String id, String key, Product product, Status status, Versions versions) {}

  private final Map<String, Leaf> leaves = new LinkedHashMap<>();

  ProductTree(List<Product> products) {
    Set<String> taken = new TreeSet<>();
    products.forEach(p -> p.productId().ifPresent(taken::add));
    int number = 0;
    for (Product product : products) {
      number++;
      String key = product.productId().orElse("");
      for (int i = number; key.isEmpty(); i += products.size()) {
        key = taken.add("p" + i) ? "p" + i : "";
      }
      add(key, product);
    }
  }

  private void add(String key, Product p) {
    int before = leaves.size();
    add(key, p, Status.KNOWN_AFFECTED, p.affected());
    if (!p.fixed().equals(List.of("none"))) {
      add(key, p, Status.FIXED, p.fixed());
    }
    add(key, p, Status.KNOWN_NOT_AFFECTED, p.notAffected());
    add(key, p, Status.UNDER_INVESTIGATION, p.underInvestigation());
    if (leaves.size() == before) {
      add(key, p, Status.UNDER_INVESTIGATION, List.of("*"));
    }
  }

  private void add(String key, Product product, Status status, List<String> versions) {
    for (String text : versions) {
      String id = key + "@" + text;
      leaves.putIfAbsent(id, new Leaf(id, key, product, status, new Versions(text)));
    }
  }

  /** In the order of the advisory. */
  List<Leaf> leaves(Predicate<Leaf> wanted) {
    return leaves.values().stream().filter(wanted).toList();
  }

  /** Vendor, product, version. */
  Members json() {
    Map<String, Map<String, List<Object>>> vendors = new LinkedHashMap<>();
    leaves
        .values()
        .forEach(leaf ->
            vendors
                .computeIfAbsent(leaf.product.vendor().orElse(""), v -> new LinkedHashMap<>())
                .computeIfAbsent(leaf.product.productName(), n -> new ArrayList<>())
                .add(version(leaf)));
    List<Object> branches = new ArrayList<>();
    vendors.forEach((vendor, products) -> {
      List<Object> named = new ArrayList<>();
      products.forEach((name, versions) -> named.add(branch("product_name", name, versions)));
      if (vendor.isEmpty()) {
        branches.addAll(named);
      } else {
        branches.add(branch("vendor", vendor, named));
      }
    });
    return new Members().with("branches", branches);
  }

  private static Members branch(String category, String name, List<Object> branches) {
    return new Members().with("category", category).with("name", name).with("branches", branches);
  }

  private static Members version(Leaf leaf) {
    String type =
        leaf.product.purl().flatMap(PackageUrl::of).map(PackageUrl::type).orElse("generic");
    return new Members()
        .with("category", leaf.versions.category())
        .with("name", leaf.versions.name(type))
        .with("product", product(leaf));
  }

  private static Members product(Leaf leaf) {
    Product p = leaf.product;
    String versions = leaf.versions.words();
    String platforms = p.platforms().isEmpty() ? "" : " on " + String.join(", ", p.platforms());
    return new Members()
        .with("name", p.productName() + (versions.isEmpty() ? "" : " " + versions) + platforms)
        .with("product_id", leaf.id)
        .with("product_identification_helper", helper(leaf));
  }

  /** What the author wrote, with the version where it is a single one and not there yet. */
  private static Members helper(Leaf leaf) {
    Optional<String> version = leaf.versions.single();
    return new Members()
        .with("cpe", leaf.product.cpe().flatMap(Cpe::of).map(c -> version.map(c::at).orElse(c)))
        .with("purl", leaf.product.purl().flatMap(PackageUrl::of).map(u -> at(u, version)));
  }

  private static PackageUrl at(PackageUrl url, Optional<String> version) {
    return url.version().isPresent() ? url : version.map(url::at).orElse(url);
  }
}

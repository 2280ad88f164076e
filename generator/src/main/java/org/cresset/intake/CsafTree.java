package org.cresset.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.cresset.scap.Cpe;
import org.cresset.scap.PackageUrl;
import org.cresset.scap.VersionRange;

/** Reads a product tree (CSAF 2.0, section 3.2.2): branches, full names, relationships, groups. */
final class CsafTree {
  private static final String SAID = "vendor, name and version say it";

  private final SequencedMap<String, CsafProduct> products = new LinkedHashMap<>();
  private final Map<String, List<String>> groups = new LinkedHashMap<>();
  private final Set<String> parts = new HashSet<>();
  private final List<String> remarks;

  private CsafTree(List<String> remarks) {
    this.remarks = remarks;
  }

  static CsafTree of(Taking tree, List<String> remarks) {
    CsafTree result = new CsafTree(remarks);
    tree.objects("branches").forEach(b -> result.branch(b, Path.NONE));
    tree.objects("full_product_names").forEach(p -> result.product(p, Path.NONE));
    tree.objects("relationships").forEach(result::relationship);
    for (Taking group : tree.objects("product_groups")) {
      List<String> members = group.texts("product_ids", p -> true);
      group.text("group_id").ifPresent(id -> result.groups.put(id, members));
    }
    return result;
  }

  SequencedMap<String, CsafProduct> products() {
    return products;
  }

  /** Products that are neither among these nor a part of others. */
  List<CsafProduct> without(Set<String> ids) {
    return products.values().stream()
        .filter(p -> !ids.contains(p.id()) && !parts.contains(p.id()))
        .toList();
  }

  /** The product ids that a part of the document names, itself or by groups. */
  List<String> named(Taking part, String key) {
    List<String> ids = new ArrayList<>(part.texts(key, products::containsKey));
    part.texts("group_ids", groups::containsKey).forEach(g -> ids.addAll(groups.get(g)));
    part.lookAll(key)
        .forEach(id ->
            remarks.add(
                "the product '" + Prose.title(id, 60) + "' is not in the product tree; kept"));
    return ids;
  }

  /** What the branches above say. */
  private record Path(
      Optional<String> vendor,
      Optional<String> name,
      Optional<String> version,
      List<String> platforms) {
    static final Path NONE =
        new Path(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    Path with(String category, String text) {
      return switch (category) {
        case "vendor" -> new Path(Optional.of(text), name, version, platforms);
        case "product_name" -> new Path(vendor, Optional.of(text), version, platforms);
        case "product_version", "product_version_range" ->
            new Path(vendor, name, Optional.of(text), platforms);
        case "product_family" ->
            new Path(vendor, name.or(() -> Optional.of(text)), version, platforms);
        default -> {
          List<String> more = new ArrayList<>(platforms);
          more.add(text);
          yield new Path(vendor, name, version, List.copyOf(more));
        }
      };
    }
  }

  private void branch(Taking branch, Path above) {
    Path here =
        branch
            .text("category")
            .flatMap(c -> branch.text("name").map(n -> above.with(c, n)))
            .orElse(above);
    if (branch.has("product")) {
      product(branch.object("product"), here);
    }
    branch.objects("branches").forEach(b -> branch(b, here));
  }

  private void product(Taking product, Path path) {
    Optional<String> id = product.text("product_id");
    if (id.isEmpty()) {
      return;
    }
    boolean named = path.name().isPresent();
    String name = path.name().or(() -> product.text("name")).orElse(id.get());
    if (named) {
      product.drop("name", SAID);
    }
    Taking helper = product.object("product_identification_helper");
    Optional<String> purl =
        helper.text(
            "purl", p -> PackageUrl.of(p).isPresent() && Prose.isPlain(p) && !p.contains(" "));
    Optional<String> cpe = helper.text("cpe", c -> Cpe.of(c).isPresent() && Prose.isPlain(c));
    Optional<String> version = path.version().map(String::strip).flatMap(v -> range(v, name));
    boolean inName = path.version().isPresent() && version.isEmpty();
    String full = inName ? name + " " + path.version().get().strip() : name;
    // Without a name of the product, its version is the name of a package.
    boolean same = !named && version.isPresent();
    add(
        new CsafProduct(
            id.get(),
            path.vendor(),
            Prose.title(full, 300),
            same ? Optional.empty() : version,
            path.platforms(),
            purl,
            cpe));
  }

  /** A version or range that the front matter can say; empty for what only a name can. */
  private Optional<String> range(String version, String name) {
    String text =
        version
            .replaceFirst("(?i)^all versions (?=[<>])", "")
            .replaceAll("^vers:all/\\*$|(?i)^all versions$|^(?i)all$", "*");
    try {
      VersionRange.of(text);
      return Optional.of(text);
    } catch (IllegalArgumentException e) {
      remarks.add(
          "'"
              + Prose.title(version, 60)
              + "' of "
              + Prose.title(name, 60)
              + " is no version range; taken as part of the name");
      return Optional.empty();
    }
  }

  private void relationship(Taking r) {
    Optional<CsafProduct> part = r.look("product_reference").map(products::get);
    Optional<CsafProduct> whole = r.look("relates_to_product_reference").map(products::get);
    Taking full = r.object("full_product_name");
    if (part.isPresent() && whole.isPresent() && full.has("product_id")) {
      r.text("product_reference").ifPresent(parts::add);
      r.text("relates_to_product_reference").ifPresent(parts::add);
      r.drop("category", "platforms say where it runs");
      full.drop("name", "name and platform say it");
      full.text("product_id").ifPresent(id -> add(part.get().on(id, whole.get())));
    }
  }

  private void add(CsafProduct product) {
    CsafProduct before = products.putIfAbsent(product.id(), product);
    if (before != null && !before.equals(product)) {
      remarks.add(
          "the product id '"
              + Prose.title(product.id(), 60)
              + "' is there twice; the first counts");
    }
  }
}

package org.cresset.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.scap.Cvss;
import org.cresset.scap.PackageUrl;
import org.cresset.scap.VersionRange;

/**
 * The packages of an OSV record as products; a package without a purl gets the one that OSV's table
 * of ecosystems gives it.
 */
final class OsvPackages {
  private final List<Map<String, Object>> products = new ArrayList<>();
  private final List<String> vectors = new ArrayList<>();
  private final List<String> remarks;

  OsvPackages(List<String> remarks) {
    this.remarks = remarks;
  }

  List<Map<String, Object>> front() {
    return products;
  }

  /** Scores that are given with packages. */
  List<String> vectors() {
    return vectors;
  }

  void affected(Taking a) {
    Taking named = a.object("package");
    Optional<String> name = named.text("name");
    if (name.isEmpty()) {
      remarks.add("an affected package without a name; kept");
      return;
    }
    Optional<String> ecosystem = named.look("ecosystem");
    Optional<PackageUrl> purl =
        named
            .text("purl", p -> PackageUrl.of(p).isPresent() && Prose.isPlain(p))
            .or(() ->
                ecosystem
                    .flatMap(e -> PackageUrl.inEcosystem(e, name.get()))
                    .map(PackageUrl::toString))
            .flatMap(PackageUrl::of);
    if (purl.flatMap(PackageUrl::ecosystem).equals(ecosystem) && ecosystem.isPresent()) {
      named.drop("ecosystem", "the package URL says it");
    }
    Map<String, Object> product = new LinkedHashMap<>();
    product.put("product_name", Prose.title(name.get(), 200));
    List<String> affected = new ArrayList<>();
    List<String> fixed = new ArrayList<>();
    a.objects("ranges").forEach(r -> range(r, affected, fixed));
    if (affected.isEmpty()) {
      affected.addAll(a.texts("versions", OsvPackages::isVersion));
    }
    VerisMapper.put(product, "affected", affected);
    VerisMapper.put(product, "fixed", fixed.stream().distinct().toList());
    purl.ifPresent(p -> product.put("purl", p.toString()));
    for (Taking severity : a.objects("severity")) {
      severity
          .text("score", s -> Cvss.of(s).isPresent())
          .ifPresent(v -> {
            severity.drop("type", "the vector says it");
            vectors.add(v);
          });
    }
    products.add(product);
  }

  /** Events in their order: introduced opens a range, fixed or last_affected closes it. */
  private void range(Taking range, List<String> affected, List<String> fixed) {
    boolean commits = range.look("type").filter("GIT"::equals).isPresent();
    List<Taking> events = range.objects("events");
    boolean readable =
        events.stream()
            .allMatch(e ->
                e.keys().stream()
                    .allMatch(k ->
                        e.look(k).filter(OsvPackages::isVersion).isPresent()
                            && !k.equals("limit")));
    if (commits || !readable) {
      return;
    }
    String from = "";
    boolean open = false;
    for (Taking event : events) {
      Optional<String> introduced = event.text("introduced");
      Optional<String> fix = event.text("fixed");
      Optional<String> last = event.text("last_affected");
      if (introduced.isPresent()) {
        from = introduced.get().equals("0") ? "" : ">=" + introduced.get();
        open = true;
      }
      if (open && (fix.isPresent() || last.isPresent())) {
        affected.add(
            (from + " " + fix.map(f -> "<" + f).or(() -> last.map(l -> "<=" + l)).orElse(""))
                .strip());
        open = false;
      }
      fix.ifPresent(fixed::add);
    }
    if (open) {
      affected.add(from.isEmpty() ? "*" : from);
    }
    range.drop("type", "the versions are those of the package's ecosystem");
  }

  private static boolean isVersion(String text) {
    try {
      VersionRange.of(text);
      return Prose.isPlain(text) && !text.matches(".*[\\s<>=!|,].*");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

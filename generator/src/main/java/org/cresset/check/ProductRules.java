package org.cresset.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.document.Document;
import org.cresset.model.Details;
import org.cresset.model.Product;
import org.cresset.problem.Code;
import org.cresset.problem.Span;
import org.cresset.scap.VersionRange;

/**
 * The products of an advisory: each once, and nothing said of a version that is denied elsewhere.
 */
final class ProductRules {
  /** Versions of one product of which the same is said. */
  private record Said(String key, List<VersionRange> ranges) {}

  private final Findings findings;

  ProductRules(Findings findings) {
    this.findings = findings;
  }

  void check(Document d, Details.Advisory a) {
    known(d, a);
    for (int i = 0; i < a.products().size(); i++) {
      versions(d, "products[" + i + "].", a.products().get(i));
    }
  }

  private void versions(Document d, String at, Product p) {
    boolean none = p.fixed().contains("none");
    Said affected = said(d, at, "affected", p.affected());
    Said fixed = said(d, at, "fixed", none ? List.of() : p.fixed());
    Said spared = said(d, at, "not_affected", p.notAffected());
    Said open = said(d, at, "under_investigation", p.underInvestigation());
    if (none && p.fixed().size() > 1) {
      contradiction(d, at + "fixed", "'none' beside fixed versions");
    }
    for (Said other : List.of(fixed, spared, open)) {
      apart(d, at, affected, other);
    }
    apart(d, at, fixed, open);
    apart(d, at, spared, open);
  }

  private Said said(Document d, String at, String key, List<String> versions) {
    List<VersionRange> ranges = new ArrayList<>();
    for (String text : versions) {
      try {
        ranges.add(VersionRange.of(text));
      } catch (IllegalArgumentException e) {
        findings.wrong(
            d,
            Code.PRODUCT_RANGE,
            item(d, at + key, versions, text),
            "the range '" + text + "': " + e.getMessage(),
            "a version, * for all, bounds that all hold, or a version range specifier",
            "write for example 4.2.7, \">=4.0 <4.2.7\" or vers:npm/>=4.0|<4.2.7");
      }
    }
    return new Said(key, ranges);
  }

  /** Where an item of a list stands that may be written as one value. */
  private static Span item(Document d, String key, List<String> items, String item) {
    return d.at(items.size() == 1 ? key : key + "[" + items.indexOf(item) + "]");
  }

  private void apart(Document d, String at, Said one, Said other) {
    for (VersionRange a : one.ranges()) {
      for (VersionRange b : other.ranges()) {
        if (a.overlaps(b)) {
          contradiction(
              d,
              at + other.key(),
              other.key() + " " + b.text() + ", of which " + one.key() + " has " + a.text());
        }
      }
    }
  }

  private void contradiction(Document d, String at, String found) {
    findings.wrong(
        d,
        Code.PRODUCT_CONTRADICTION,
        d.at(at),
        found,
        "one thing said of each version",
        "give the ranges bounds that keep them apart, such as affected: \">=4.0 <4.2.7\" beside"
            + " fixed: 4.2.7");
  }

  private void known(Document d, Details.Advisory a) {
    Set<String> known = new TreeSet<>();
    for (int i = 0; i < a.products().size(); i++) {
      String id = a.products().get(i).productId().orElse("");
      if (!id.isEmpty() && !known.add(id)) {
        findings.wrong(
            d,
            Code.PRODUCT_UNKNOWN,
            d.at("products[" + i + "].product_id"),
            "the product_id '" + id + "' a second time",
            "each product_id once",
            "give one of the products another");
      }
    }
    for (int i = 0; i < a.vulnerabilities().size(); i++) {
      unknown(
          d, "vulnerabilities[" + i + "].products", a.vulnerabilities().get(i).products(), known);
    }
    for (int i = 0; i < a.solutions().size(); i++) {
      unknown(d, "solutions[" + i + "].products", a.solutions().get(i).products(), known);
    }
  }

  private void unknown(Document d, String key, List<String> used, Set<String> known) {
    for (String id : used) {
      if (!known.contains(id)) {
        findings.wrong(
            d,
            Code.PRODUCT_UNKNOWN,
            item(d, key, used, id),
            "the product '" + id + "'",
            known.isEmpty()
                ? "a product_id given under products"
                : "one of " + String.join(", ", known),
            "add product_id: " + id + " to its product, or correct the name");
      }
    }
  }
}

package org.cresset.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cresset.model.Details;
import org.cresset.model.Product;

/** The searchable fields that only advisories have. */
final class AdvisoryValues {
  private AdvisoryValues() {}

  static void put(Details.Advisory advisory, Map<Field, List<String>> values) {
    values.put(
        Field.CVE,
        advisory.vulnerabilities().stream().flatMap(v -> v.cve().stream()).distinct().toList());
    List<String> products = advisory.products().stream().map(Product::productName).toList();
    values.put(Field.SOFTWARE, products.stream().distinct().toList());
    values.put(
        Field.PRODUCT,
        Stream.concat(
                products.stream(), advisory.products().stream().flatMap(p -> p.vendor().stream()))
            .distinct()
            .toList());
  }
}

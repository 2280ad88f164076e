package org.cresset.feed;

import java.util.List;
import org.cresset.model.Product;

/** The products of an advisory, each with what is known of its versions. */
final class ProductText {
  private ProductText() {}

  static void write(Sheet sheet, List<Product> products) {
    if (products.isEmpty()) {
      return;
    }
    sheet.heading("Products");
    for (Product product : products) {
      sheet.gap();
      String vendor = product.vendor().map(v -> " (" + v + ")").orElse("");
      sheet.paragraph(product.productName() + vendor, "  ");
      versions(sheet, "  Affected", product.affected());
      versions(sheet, "  Fixed in", product.fixed());
      versions(sheet, "  Not affected", product.notAffected());
      product
          .notAffectedReason()
          .ifPresent(reason -> sheet.field("  Because", reason.replace('_', ' ')));
      versions(sheet, "  Investigated", product.underInvestigation());
      versions(sheet, "  Platforms", product.platforms());
      product.productId().ifPresent(id -> sheet.field("  Id", id));
    }
  }

  private static void versions(Sheet sheet, String label, List<String> values) {
    if (!values.isEmpty()) {
      String all = String.join(", ", values);
      sheet.field(label, all.equals("*") ? "all versions" : all);
    }
  }
}

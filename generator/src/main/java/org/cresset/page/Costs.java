package org.cresset.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.Cost;
import org.cresset.page.view.ReportView;

/** The damage in money and hours, added up currency by currency. */
final class Costs {
  private Costs() {}

  static List<ReportView.Cost> rows(List<Cost> costs) {
    return costs.stream()
        .map(c ->
            new ReportView.Cost(
                Words.capital(c.part()),
                c.amount()
                    .map(a -> c.currency().map(k -> k + " ").orElse("") + number(a))
                    .orElse(""),
                c.hours().map(Costs::number).orElse(""),
                Words.orEmpty(c.note())))
        .toList();
  }

  /** One line for each currency, then the hours; amounts without a currency are summed apart. */
  static List<ReportView.Total> totals(List<Cost> costs) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    BigDecimal hours = BigDecimal.ZERO;
    for (Cost cost : costs) {
      hours = hours.add(cost.hours().orElse(BigDecimal.ZERO));
      cost.amount().ifPresent(a -> sums.merge(cost.currency().orElse(""), a, BigDecimal::add));
    }
    List<ReportView.Total> totals = new ArrayList<>();
    sums.forEach((currency, sum) -> totals.add(new ReportView.Total(currency, number(sum))));
    if (hours.signum() != 0) {
      totals.add(new ReportView.Total("hours", number(hours)));
    }
    return List.copyOf(totals);
  }

  /** With thin spaces between groups of three digits. */
  static String number(BigDecimal value) {
    String plain = value.toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f") + rest;
  }
}

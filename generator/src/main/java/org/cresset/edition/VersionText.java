package org.cresset.edition;

import java.util.ArrayList;
import java.util.List;
import org.cresset.model.Details;
import org.cresset.model.MarkedText;
import org.cresset.model.Product;
import org.cresset.model.Solution;
import org.cresset.model.Vulnerability;

/**
 * What one audience could read in one version of a document, cut as in an {@link Article}.
 *
 * @param number of the version
 */
public record VersionText(String number, String title, Details details, MarkedText body) {
  private static final int DIGITS = 32;

  /** Of the current version. */
  public static VersionText of(Article a) {
    return new VersionText(a.versions().number(), a.title(), a.details(), a.body());
  }

  /**
   * All that is compared from version to version, as written: what is not here may never show in a
   * difference, since nobody knows whether it was ever released.
   */
  public List<String> compared() {
    List<String> parts = new ArrayList<>(List.of(number, title, lines(body)));
    if (details instanceof Details.Advisory a) {
      parts.add(a.action());
      parts.add(a.severity().map(Enum::name).orElse(""));
      parts.add(a.exploitation().map(Enum::name).orElse(""));
      a.knowledge().ifPresent(k -> parts.add("known " + k.name()));
      a.products().forEach(p -> add(parts, p));
      a.vulnerabilities().forEach(v -> add(parts, v));
      a.solutions().forEach(s -> add(parts, s));
    }
    if (details instanceof Details.Policy p) {
      p.effectiveFrom().ifPresent(d -> parts.add("in force from " + d));
    }
    return List.copyOf(parts);
  }

  /**
   * By which it is known again: the first 128 bits of a SHA-256 over all that is compared, as 32
   * hexadecimal digits. It is kept from release to release, and so depends on the texts alone.
   */
  public String digest() {
    return Digests.of(compared().toArray()).substring(0, DIGITS);
  }

  private static void add(List<String> parts, Product p) {
    parts.add(p.productName());
    parts.add(String.join("|", p.affected()));
    parts.add(String.join("|", p.fixed()));
    parts.add(String.join("|", p.notAffected()));
    if (!p.underInvestigation().isEmpty()) {
      parts.add("under investigation " + String.join("|", p.underInvestigation()));
    }
  }

  private static void add(List<String> parts, Vulnerability v) {
    parts.add(v.cve().orElse("") + "|" + String.join("|", v.ids()));
    parts.add(v.title().orElse(""));
    parts.add(String.join("|", v.cvss()));
  }

  private static void add(List<String> parts, Solution s) {
    parts.add(s.category());
    parts.add(lines(s.details()));
    parts.add(lines(s.impact()));
  }

  /** Without blank lines: those around a passage that was cut say nothing of the text. */
  private static String lines(MarkedText text) {
    String all = text.markdown().replace("\r\n", "\n").replace('\r', '\n');
    StringBuilder lines = new StringBuilder(all.length());
    for (int start = 0, next; start < all.length(); start = next) {
      int feed = all.indexOf('\n', start);
      next = feed < 0 ? all.length() : feed + 1;
      int end = feed < 0 ? all.length() : feed;
      while (end > start && Character.isWhitespace(all.charAt(end - 1))) {
        end--;
      }
      if (end > start) {
        lines.append(lines.isEmpty() ? "" : "\n").append(all, start, end);
      }
    }
    return lines.toString();
  }
}

package org.cresset.feed.csaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.edition.Article;
import org.cresset.feed.csaf.ProductTree.Leaf;
import org.cresset.feed.csaf.ProductTree.Status;
import org.cresset.json.Members;
import org.cresset.model.Details;
import org.cresset.model.Solution;

/** The ways out, each with the products that it is for. */
final class Remediations {
  private final Notes notes;
  private final Article article;
  private final Details.Advisory advisory;

  Remediations(Notes notes, Article article, Details.Advisory advisory) {
    this.notes = notes;
    this.article = article;
    this.advisory = advisory;
  }

  List<Members> of(List<Leaf> scope) {
    List<Members> all = new ArrayList<>();
    Set<String> served = new TreeSet<>();
    for (Solution solution : advisory.solutions()) {
      List<String> products = products(solution, scope);
      served.addAll(products);
      if (!products.isEmpty()) {
        all.add(
            new Members()
                .with("category", solution.category())
                .with("details", notes.solution(article, solution))
                .with("product_ids", products)
                .with("url", solution.url()));
      }
    }
    unserved(scope, served, Status.KNOWN_AFFECTED, "This advisory has no solution for it.", all);
    unserved(
        scope,
        served,
        Status.UNDER_INVESTIGATION,
        "Whether it is affected is not known yet; this advisory has no solution for it.",
        all);
    return all;
  }

  /** Versions that need one; where none does, all that the solution is for. */
  private static List<String> products(Solution solution, List<Leaf> scope) {
    List<Leaf> meant =
        scope.stream()
            .filter(l -> solution.products().isEmpty() || solution.products().contains(l.key()))
            .toList();
    List<String> needing =
        meant.stream()
            .filter(l ->
                l.status() == Status.KNOWN_AFFECTED || l.status() == Status.UNDER_INVESTIGATION)
            .map(Leaf::id)
            .toList();
    return needing.isEmpty() ? meant.stream().map(Leaf::id).toList() : needing;
  }

  private static void unserved(
      List<Leaf> scope, Set<String> served, Status status, String words, List<Members> all) {
    List<String> products =
        Flaws.ids(scope, status).stream().filter(id -> !served.contains(id)).toList();
    if (!products.isEmpty()) {
      all.add(
          new Members()
              .with("category", "none_available")
              .with("details", words)
              .with("product_ids", products));
    }
  }
}

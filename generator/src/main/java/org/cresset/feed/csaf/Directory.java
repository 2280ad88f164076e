package org.cresset.feed.csaf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.SiteWriter;
import org.cresset.marking.Tlp;

/** The documents as a directory: lists for programs, and pages for those who look. */
final class Directory {
  static final Comparator<Article> NEWEST =
      Comparator.comparing((Article a) -> a.versions().current())
          .reversed()
          .thenComparing(Csaf::file);

  private final List<Article> listed;
  private final String inputs;

  /**
   * @param inputs a digest of all that the files are made of
   */
  Directory(List<Article> listed, String inputs) {
    this.listed = listed;
    this.inputs = inputs;
  }

  void write(SiteWriter out) {
    write(out, "index.txt", () -> lines(listed.stream().map(Directory::line).sorted()));
    write(out, "changes.csv", () -> lines(listed.stream().sorted(NEWEST).map(Directory::change)));
    SortedMap<String, List<Article>> years = new TreeMap<>();
    listed.forEach(
        a -> years.computeIfAbsent(Csaf.file(a).substring(0, 4), y -> new ArrayList<>()).add(a));
    years.forEach((year, articles) -> write(out, year + "/index.html", () -> page(year, articles)));
    write(out, "index.html", () -> overview(List.copyOf(years.keySet())));
  }

  private void write(SiteWriter out, String name, Supplier<String> text) {
    out.write(Csaf.FOLDER + name, inputs, () -> text.get().getBytes(StandardCharsets.UTF_8));
  }

  private static String lines(Stream<String> lines) {
    return lines.collect(Collectors.joining());
  }

  private static String line(Article article) {
    return Csaf.file(article) + "\n";
  }

  private static String change(Article article) {
    return "\"" + Csaf.file(article) + "\",\"" + article.versions().current() + "\"\n";
  }

  private String overview(List<String> years) {
    List<String> files = new ArrayList<>(years.stream().map(y -> y + "/").toList());
    files.addAll(List.of("changes.csv", "index.txt", "provider-metadata.json", Rolie.SERVICE));
    return html("CSAF documents", strictest(listed), files);
  }

  private static String page(String year, List<Article> articles) {
    List<String> files = new ArrayList<>();
    for (Article article : articles.stream().sorted(Comparator.comparing(Csaf::file)).toList()) {
      String name = Csaf.name(article);
      files.addAll(List.of(name, name + ".asc", name + ".sha256", name + ".sha512"));
    }
    return html("CSAF documents of " + year, strictest(articles), files);
  }

  private static Tlp strictest(List<Article> articles) {
    return articles.stream().map(a -> a.label().tlp()).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** File names need no escaping; folders are named with their page, as all our links are. */
  private static String html(String title, Tlp tlp, List<String> files) {
    StringBuilder out = new StringBuilder();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<title>").append(title).append("</title>\n</head>\n<body>\n");
    out.append("<header><p>").append(tlp.label()).append("</p></header>\n");
    out.append("<main>\n<h1>").append(title).append("</h1>\n<ul>\n");
    for (String file : files) {
      String to = file.endsWith("/") ? file + "index.html" : file;
      out.append("<li><a href=\"").append(to).append("\">").append(file).append("</a></li>\n");
    }
    out.append("</ul>\n</main>\n<footer><p>").append(tlp.label());
    return out.append("</p></footer>\n</body>\n</html>\n").toString();
  }
}

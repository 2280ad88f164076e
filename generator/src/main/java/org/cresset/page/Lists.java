package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cresset.edition.Article;
import org.cresset.edition.Digests;
import org.cresset.edition.Facet;
import org.cresset.edition.Paths;
import org.cresset.marking.Label;
import org.cresset.model.Kind;
import org.cresset.page.view.ListView;
import org.cresset.page.view.ListView.Choice;
import org.cresset.page.view.ListView.Filter;
import org.cresset.page.view.Ref;

/** The lists of advisories, reports and notices: the newest, and one for each value of a facet. */
final class Lists {
  private static final int NEWEST = 100;
  private static final int PAGE = 500;
  private static final int MANY = 24;

  private final Frame frame;
  private final Kind kind;
  private final String title;
  private final List<Article> all;
  private final List<Facet> facets;
  private final List<String> folders;
  private final List<SortedMap<String, List<Article>>> parts;
  private final List<String> counts;
  private final Label label;

  Lists(Frame frame, Kind kind, String title) {
    this.frame = frame;
    this.kind = kind;
    this.title = title;
    this.all = frame.edition().of(kind).stream().sorted(Rows.NEWEST_FIRST).toList();
    this.facets = Facet.of(kind);
    // A document may be called as a facet is; no value's folder ends so.
    Set<String> taken = all.stream().map(Article::path).collect(Collectors.toSet());
    this.folders =
        facets.stream()
            .map(Facet::folder)
            .map(folder -> taken.contains(folder + "/index.html") ? folder + "/all+" : folder)
            .toList();
    this.parts = facets.stream().map(facet -> facet.divide(all)).toList();
    this.counts = parts.stream().map(Lists::count).toList();
    this.label = frame.label(all);
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    if (all.isEmpty()) {
      return jobs;
    }
    jobs.add(newest());
    for (int f = 0; f < facets.size(); f++) {
      Facet facet = facets.get(f);
      parts.get(f).forEach((value, part) -> jobs.addAll(part(facet, value, part)));
      if (parts.get(f).size() > MANY) {
        jobs.add(choices(facet, folders.get(f)));
      }
    }
    return jobs;
  }

  /** The newest of all, with the ways to the others. */
  private Job newest() {
    List<Article> newest = all.subList(0, Math.min(NEWEST, all.size()));
    String folder = kind.folder();
    return page(
        folder + "/index.html",
        frame.introTitle(folder, title),
        newest,
        all.size(),
        Optional.empty(),
        Optional.empty());
  }

  private List<Job> part(Facet facet, String value, List<Article> articles) {
    String name = title + ": " + value;
    String folder = facet.folder(value);
    List<Job> jobs = new ArrayList<>();
    for (int from = 0, page = 1; from < articles.size(); from += PAGE, page++) {
      int to = Math.min(articles.size(), from + PAGE);
      Optional<String> newer = page > 1 ? Optional.of(path(folder, page - 1)) : Optional.empty();
      Optional<String> older =
          to < articles.size() ? Optional.of(path(folder, page + 1)) : Optional.empty();
      List<Article> here = articles.subList(from, to);
      jobs.add(page(path(folder, page), name, here, articles.size(), newer, older));
    }
    return jobs;
  }

  private static String path(String folder, int page) {
    return folder + (page == 1 ? "" : "/page/" + page) + "/index.html";
  }

  /** All values of a facet that has many. */
  private Job choices(Facet facet, String folder) {
    return page(
        folder + "/index.html",
        title + " by " + facet.name().toLowerCase(java.util.Locale.ROOT),
        List.of(),
        all.size(),
        Optional.empty(),
        Optional.empty());
  }

  private Job page(
      String path,
      String name,
      List<Article> articles,
      int count,
      Optional<String> newer,
      Optional<String> older) {
    String folder = path.substring(0, path.lastIndexOf('/'));
    return frame.job(
        path,
        "list.ftlh",
        new Frame.Head(kind.folder(), name, "", "", label.with(frame.introLabel(folder))),
        List.of(frame.digests(articles), ways(path), count, newer, older, frame.intro(folder)),
        prose ->
            new ListView(
                name,
                Words.tag(kind.word()),
                frame.introText(folder, prose),
                prose.definitions(),
                count,
                frame.rows().rows(path, articles),
                filters(path),
                hasFeeds(path),
                newer.map(to -> new Ref("", "Newer", Paths.relative(path, to))),
                older.map(to -> new Ref("", "Older", Paths.relative(path, to)))));
  }

  /** Feeds follow the newest of a kind, and of each value of some facets. */
  private boolean hasFeeds(String path) {
    String folder = path.substring(0, path.lastIndexOf('/'));
    if (folder.equals(kind.folder())) {
      return true;
    }
    String parent = folder.substring(0, folder.lastIndexOf('/'));
    return facets.stream().anyMatch(f -> f.hasFeeds() && f.folder().equals(parent));
  }

  /** The ways to other lists, as seen from a page; a facet with many values offers one way. */
  List<Filter> filters(String from) {
    List<Filter> filters = new ArrayList<>();
    for (int f = 0; f < facets.size(); f++) {
      Facet facet = facets.get(f);
      SortedMap<String, List<Article>> values = parts.get(f);
      if (isOneWay(f, from)) {
        Choice all = choice(from, "all " + values.size(), folders.get(f), values.size());
        filters.add(new Filter(facet.name(), List.of(all)));
      } else if (!values.isEmpty()) {
        List<Choice> choices = new ArrayList<>();
        values.forEach((v, part) -> choices.add(choice(from, v, facet.folder(v), part.size())));
        filters.add(new Filter(facet.name(), List.copyOf(choices)));
      }
    }
    return List.copyOf(filters);
  }

  private boolean isOneWay(int facet, String from) {
    return parts.get(facet).size() > MANY && !from.equals(folders.get(facet) + "/index.html");
  }

  /** A digest for each facet of all that its filter says on a page. */
  private List<String> ways(String from) {
    return IntStream.range(0, facets.size())
        .mapToObj(
            f -> isOneWay(f, from) ? folders.get(f) + " " + parts.get(f).size() : counts.get(f))
        .toList();
  }

  private static String count(SortedMap<String, List<Article>> parts) {
    List<Object> counts = new ArrayList<>();
    parts.forEach((value, part) -> counts.addAll(List.of(value, part.size())));
    return Digests.of(counts.toArray());
  }

  private static Choice choice(String from, String title, String folder, int count) {
    String path = folder + "/index.html";
    return new Choice(title, Paths.relative(from, path), count, path.equals(from));
  }
}

package org.cresset.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Link;
import org.cresset.edition.Paths;
import org.cresset.edition.Slugs;
import org.cresset.edition.seen.Indicator;
import org.cresset.edition.seen.Occurrence;
import org.cresset.edition.seen.Seen;
import org.cresset.marking.Classification;
import org.cresset.marking.Label;
import org.cresset.marking.Tlp;
import org.cresset.page.view.ObservableListView;
import org.cresset.page.view.ObservableListView.Group;
import org.cresset.page.view.ObservableListView.Item;
import org.cresset.page.view.ObservableView;
import org.cresset.page.view.ObservableView.Place;
import org.cresset.page.view.Ref;

/** A page for each observable, and the list of all. */
final class Observables {
  static final String SECTION = "observables";
  static final String LIST = "observables/index.html";

  /** For the tools of readers that may be trusted to look before they block. */
  static final String TABLE = "observables.csv";

  private static final Label SIGHTINGS = new Label(Classification.PRIVATE, Tlp.AMBER_STRICT);

  private final Frame frame;
  private final Edition edition;
  private final Insight insight;
  private final List<Seen> all;

  Observables(Frame frame) {
    this.frame = frame;
    this.edition = frame.edition();
    this.insight = frame.insight();
    this.all = insight.hasObservables() ? insight.seen().all() : List.of();
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    if (!all.isEmpty()) {
      jobs.add(list());
      all.forEach(seen -> jobs.add(page(seen)));
    }
    return jobs;
  }

  static String path(Indicator indicator) {
    String value = indicator.value();
    boolean folded = indicator.type().equals("cve") || value.equals(value.toLowerCase(Locale.ROOT));
    // Two values may differ in case alone, two paths may not.
    String slug = Slugs.slug(value) + (folded ? "" : "+" + Integer.toHexString(value.hashCode()));
    return SECTION + "/" + indicator.type() + "/" + slug + "/index.html";
  }

  /** What several sites or cases have in common, in a sentence; empty where there is nothing. */
  static String notice(Seen seen) {
    int sites = seen.sites().size();
    int cases = seen.reports().size();
    if (sites > 1) {
      return "Seen at " + sites + " sites: " + Words.join(seen.sites()) + ".";
    }
    return cases > 1 ? "Seen in " + cases + " cases." : "";
  }

  private Job page(Seen seen) {
    String path = path(seen.indicator());
    List<Indicator> inside =
        seen.indicator().type().equals("network")
            ? insight.seen().inside(seen.indicator())
            : List.of();
    return frame.job(
        path,
        "observable.ftlh",
        new Frame.Head(SECTION, seen.indicator().value(), "", "", label(List.of(seen))),
        List.of(seen, inside),
        prose -> view(path, seen, inside));
  }

  private ObservableView view(String path, Seen seen, List<Indicator> inside) {
    return new ObservableView(
        Words.tag(seen.indicator().type()),
        seen.indicator().value(),
        frame.words().time(seen.first()),
        frame.words().time(seen.last()),
        seen.sites(),
        notice(seen),
        seen.occurrences().reversed().stream().map(o -> place(path, o)).toList(),
        seen.advisories().stream().map(l -> ref(path, l)).toList(),
        inside.stream().map(i -> new Ref("", i.value(), Paths.relative(path, path(i)))).toList());
  }

  private Place place(String path, Occurrence o) {
    return new Place(
        o.document().map(l -> ref(path, l)).orElse(new Ref("", "", "")),
        frame.words().time(o.first()),
        frame.words().time(o.last()),
        Words.join(o.sites()),
        Words.tag(o.from()),
        o.basis(),
        o.note());
  }

  private static Ref ref(String from, Link link) {
    return new Ref(link.id().id(), link.title(), Paths.relative(from, link.path()));
  }

  private Job list() {
    List<Item> shared = all.stream().filter(s -> !notice(s).isEmpty()).map(this::item).toList();
    SortedMap<String, List<Item>> groups = new TreeMap<>();
    all.forEach(
        s -> groups.computeIfAbsent(s.indicator().type(), t -> new ArrayList<>()).add(item(s)));
    List<Group> view =
        groups.entrySet().stream()
            .map(e -> new Group(Words.tag(e.getKey()), List.copyOf(e.getValue())))
            .toList();
    return frame.job(
        LIST,
        "observables.ftlh",
        new Frame.Head(SECTION, "Observables", "", "", label(all)),
        List.of(shared, view),
        prose -> new ObservableListView(all.size(), shared, view));
  }

  private Item item(Seen seen) {
    return new Item(
        Words.tag(seen.indicator().type()),
        seen.indicator().value(),
        Paths.relative(LIST, path(seen.indicator())),
        seen.reports().size(),
        (int) seen.sightings(),
        Words.join(seen.sites()),
        frame.words().time(seen.first()),
        frame.words().time(seen.last()));
  }

  private Label label(List<Seen> shown) {
    Label label = Label.PUBLIC;
    for (Seen seen : shown) {
      label = seen.sightings() > 0 ? label.with(SIGHTINGS) : label;
      for (Link link : seen.reports()) {
        Article article = Objects.requireNonNull(edition.articles().get(link.id()));
        label = label.with(article.label());
      }
      for (Link link : seen.advisories()) {
        Article article = Objects.requireNonNull(edition.articles().get(link.id()));
        label = label.with(Docs.own(edition, article));
      }
    }
    return label;
  }
}

package org.cresset.wall;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.Kind;

/** Histories of a collection in which private things resemble public ones as much as they can. */
final class RandomCollection {
  private static final String CONFIGURATION =
      """
      team: {name: Example CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      editions:
        public: {readers: anyone}
        staff:  {readers: team}
      """;

  private static final String MEMBERS =
      """
        constituents: {readers: each constituent, sealed: true}
        partners: {readers: each partner, sealed: true}
      """;

  private final Who who;
  private final Hostile random;
  private final RandomBody bodies;
  private final RandomFront fronts;
  private final Map<String, State> documents = new LinkedHashMap<>();

  /** How a document is now. */
  private record State(
      Kind kind,
      boolean hidden,
      List<String> marking,
      List<String> front,
      List<List<String>> body) {
    List<String> lines(RandomBody bodies) {
      List<String> lines = new ArrayList<>(List.of("---"));
      lines.addAll(marking);
      lines.addAll(front);
      lines.add("---");
      lines.addAll(bodies.lines(body));
      return lines;
    }
  }

  private RandomCollection(long seed, Who who) {
    this.who = who;
    this.random = new Hostile(seed);
    this.bodies = new RandomBody(random, who);
    this.fronts = new RandomFront(random, who);
  }

  /** The collection of that seed, as seen by anyone. */
  static Pair pair(long seed) {
    return pair(seed, Who.PUBLIC);
  }

  /** The collection of that seed, with and without what that reader may not have. */
  static Pair pair(long seed, Who who) {
    RandomCollection collection = new RandomCollection(seed, who);
    Pair pair = new Pair();
    collection.begin();
    pair.commit(collection.files());
    int commits = collection.random.below(4);
    for (int i = 0; i < commits; i++) {
      collection.go();
      pair.commit(collection.files());
    }
    return pair;
  }

  private void begin() {
    anchor("pages/about.md", Kind.PAGE, false);
    anchor("glossary/csirt.md", Kind.TERM, false);
    anchor("policies/charter.md", Kind.POLICY, false);
    anchor("reports/h1.md", Kind.REPORT, true);
    anchor("policies/h2.md", Kind.POLICY, true);
    anchor("glossary/h3.md", Kind.TERM, true);
    anchor("advisories/2025/h4.md", Kind.ADVISORY, true);
    int count = 6 + random.below(12);
    for (int i = 0; i < count; i++) {
      Kind kind = random.one(List.of(Kind.values()));
      String folder = kind.folder() + random.one(List.of("/", "/2025/", "/2026/"));
      String name = random.name() + (random.chance(25) ? "/index.md" : ".md");
      documents.put(folder + name, state(kind, random.chance(50)));
    }
  }

  private void anchor(String path, Kind kind, boolean hidden) {
    documents.put(
        path, new State(kind, hidden, marking(kind, hidden, 0), fronts.of(kind), bodies.blocks()));
  }

  private State state(Kind kind, boolean hidden) {
    return new State(
        kind, hidden, marking(kind, hidden, random.below(6)), fronts.of(kind), bodies.blocks());
  }

  private List<String> marking(Kind kind, boolean hidden, int way) {
    return who.marking(kind, hidden, way, random);
  }

  /** One step of history: private changes, public ones, and documents that change sides. */
  private void go() {
    for (Map.Entry<String, State> e : new ArrayList<>(documents.entrySet())) {
      State s = e.getValue();
      boolean versioned = s.kind() == Kind.ADVISORY || s.kind() == Kind.POLICY;
      if (versioned && random.chance(45)) {
        documents.put(e.getKey(), revised(s));
      } else if (random.chance(30)) {
        documents.put(
            e.getKey(),
            new State(s.kind(), s.hidden(), s.marking(), s.front(), bodies.otherwise(s.body())));
      } else if (random.chance(15) && !versioned) {
        documents.put(
            e.getKey(), new State(s.kind(), s.hidden(), s.marking(), s.front(), bodies.blocks()));
      } else if (random.chance(8) && !e.getKey().contains("/h") && !versioned) {
        documents.put(
            e.getKey(),
            new State(
                s.kind(), !s.hidden(), marking(s.kind(), !s.hidden(), 0), s.front(), s.body()));
      }
    }
    if (random.chance(60)) {
      Kind kind = random.one(List.of(Kind.values()));
      documents.putIfAbsent(kind.folder() + "/" + random.name() + "-late.md", state(kind, true));
    }
  }

  private State revised(State s) {
    int versions = (int) s.front().stream().filter(l -> l.startsWith("  - {number: ")).count();
    return new State(
        s.kind(),
        s.hidden(),
        s.marking(),
        fronts.revised(s.front(), versions + 1),
        bodies.revised(s.body()));
  }

  private SortedMap<String, Pair.Form> files() {
    SortedMap<String, Pair.Form> files = new TreeMap<>();
    files.put(
        "content/cresset.yaml",
        Pair.Form.open(who == Who.PUBLIC ? CONFIGURATION : CONFIGURATION + MEMBERS));
    register(files);
    files.put("content/pages/_index.md", intro(false));
    files.put("content/advisories/_index.md", intro(true));
    documents.forEach((path, state) -> document(files, "content/" + path, state));
    return files;
  }

  /** The public may not know of anyone; members not what others have registered. */
  private void register(SortedMap<String, Pair.Form> files) {
    String people = "contacts: [{name: a}, {name: b}]\nverified_on: 2026-09-01\n";
    String software = "software: [{product_name: gateway, version: 4.1}, {product_name: relay}]\n";
    for (String id : List.of("northgate", "kelpie", "ridge")) {
      String name = "name: The " + id + "\n" + (id.equals("ridge") ? "type: partner\n" : "");
      String whole = name + people + software;
      files.put(
          "content/constituents/" + id + ".yaml",
          who == Who.PUBLIC
              ? Pair.Form.hidden(name)
              : id.equals(who.edition())
                  ? Pair.Form.open(whole)
                  : new Pair.Form(bytes(whole), java.util.Optional.of(bytes(name))));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Pair.Form intro(boolean hidden) {
    String text = "---\ntitle: Introduction\nclassification: ";
    return hidden
        ? Pair.Form.hidden(text + "private\nonly: []\n---\nThe gateway and the relay.\n")
        : Pair.Form.of(
            Twin.of(
                List.of(
                    "---",
                    "title: Introduction",
                    "classification: public",
                    "---",
                    "~::: private",
                    "~Not for you.",
                    "~:::",
                    "",
                    "Welcome.")));
  }

  private void document(SortedMap<String, Pair.Form> files, String path, State state) {
    List<String> lines = new ArrayList<>(state.lines(bodies));
    if (path.endsWith("/index.md")) {
      attachments(files, path.substring(0, path.length() - "index.md".length()), state, lines);
    }
    Twin twin = Twin.of(lines);
    files.put(path, state.hidden() ? Pair.Form.hidden(twin.whole()) : Pair.Form.of(twin));
  }

  /** One for all readers, one that only a passage links to, with the same bytes. */
  private static void attachments(
      SortedMap<String, Pair.Form> files, String folder, State state, List<String> lines) {
    byte[] bytes = "the same bytes".getBytes(StandardCharsets.UTF_8);
    lines.addAll(List.of("", "[list](list.txt)", "", "~::: private", "~[more](more.txt)", "~:::"));
    files.put(
        folder + "list.txt", state.hidden() ? Pair.Form.hidden(bytes) : Pair.Form.open(bytes));
    files.put(folder + "more.txt", Pair.Form.hidden(bytes));
  }
}

package org.cresset.wall;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A small collection of every kind, with private documents or without. */
final class LeakyBase {
  /** Released for all, then changed; the private ones change only in the second commit. */
  static final int COMMITS = 3;

  private static final String SETTINGS =
      """
      team: {name: Example CSIRT, email: csirt@example.org}
      site: {url: https://csirt.example.org/}
      editions:
        public: {readers: anyone}
        staff:  {readers: team}
      """;

  /**
   * A private document, as a faulty program might come to know of it.
   *
   * @param path its page's, had it one
   */
  record Secret(String id, String title, String path, String keyword, String date, String text) {}

  /**
   * What a program knows that looks behind the wall.
   *
   * @param count of all documents
   */
  record Known(int count, List<Secret> secrets) {}

  static final List<Secret> SECRETS =
      List.of(
          new Secret(
              "7052918364",
              "Intrusion at the tide gauge",
              "reports/7052918364/index.html",
              "tidegauge",
              "2026-09-28T03:00:00Z",
              "The intruder came through the tide gauge on the eastern mole and stayed nine days."),
          new Secret(
              "csa-2026-zq4w",
              "Example Print Service: hole under embargo",
              "advisories/2026/csa-2026-zq4w/index.html",
              "printhole",
              "2026-09-29T03:00:00Z",
              "A crafted job lets anyone on the same network read what others have printed."),
          new Secret(
              "quarrel",
              "Quarrel",
              "glossary/quarrel/index.html",
              "quarrelword",
              "2026-09-30T03:00:00Z",
              "What the team calls a dispute between two members about who pays for damage."));

  private LeakyBase() {}

  static Known known(boolean whole) {
    return new Known(whole ? 9 : 6, whole ? SECRETS : List.of());
  }

  /** Three commits; only what is private changes in the second. */
  static List<Optional<SortedMap<String, byte[]>>> history(boolean whole) {
    List<Optional<SortedMap<String, byte[]>>> history = new ArrayList<>();
    history.add(Optional.of(files(whole, 1, "First words.")));
    history.add(whole ? Optional.of(files(true, 2, "First words.")) : Optional.empty());
    history.add(Optional.of(files(whole, 2, "Other words.")));
    return history;
  }

  private static SortedMap<String, byte[]> files(boolean whole, int state, String words) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("content/cresset.yaml", SETTINGS);
    texts.put("content/pages/about.md", page("About us", "public", words));
    texts.put("content/pages/faq.md", page("Questions", "public", "See [about us](about.md)."));
    texts.put("content/glossary/relay.md", term("relay", "public", "A host that passes mail on."));
    texts.put("content/glossary/probe.md", term("probe", "public", "A look from outside."));
    texts.put("content/advisories/csa-2026-k7f3.md", advisory("Login banners", "public", "Show."));
    texts.put("content/advisories/csa-2026-w2qd.md", advisory("Mail relays", "public", "Close."));
    if (whole) {
      texts.put(
          "content/reports/7052918364.md",
          report(SECRETS.get(0), "State " + state + " of the case."));
      Secret hole = SECRETS.get(1);
      texts.put(
          "content/advisories/csa-2026-zq4w.md",
          advisory(hole.title(), "private\nonly: []", hole.text() + " " + state));
      Secret quarrel = SECRETS.get(2);
      texts.put(
          "content/glossary/quarrel.md",
          term(quarrel.title(), "private\nonly: []", quarrel.text()));
    }
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((p, t) -> files.put(p, t.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    return files;
  }

  private static String page(String title, String marking, String text) {
    return "---\ntitle: " + title + "\nclassification: " + marking + "\n---\n" + text + "\n";
  }

  private static String term(String term, String marking, String text) {
    return "---\nterm: " + term + "\nclassification: " + marking + "\n---\n" + text + "\n";
  }

  private static String report(Secret secret, String state) {
    return "---\ntitle: "
        + secret.title()
        + "\nclassification: private\nonly: []\nstatus: draft\nkeywords: ["
        + secret.keyword()
        + "]\n---\n"
        + secret.text()
        + "\n\n"
        + state
        + "\n";
  }

  private static String advisory(String title, String marking, String text) {
    return """
    ---
    title: "TITLE"
    classification: MARKING
    status: final
    category: csaf_base
    version: 1
    initial_release_date: 2026-09-11T00:30Z
    revision_history: [{number: 1, date: 2026-09-11T00:30Z, summary: First release}]
    action: "Show a banner before login."
    ---
    ## Description

    TEXT
    """
        .replace("TITLE", title)
        .replace("MARKING", marking)
        .replace("TEXT", text);
  }

  /** Published twice: the first state, and the last. */
  static Base published(Path root, Path keys, boolean whole) throws IOException {
    Files.createDirectories(root);
    Base base = new Base(root).commits(history(whole)).keysOf(keys);
    base.cresset(arguments(0));
    return base;
  }

  static String[] arguments(int commit) {
    String asOf = Base.date(commit).plusSeconds(13L * 86_400).toString();
    return new String[] {"build", "--edition", "public", "--rev", "c" + commit, "--as-of", asOf};
  }
}

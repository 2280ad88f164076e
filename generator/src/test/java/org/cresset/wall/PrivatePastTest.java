package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When something private was written, or referred to, gives no date to what is public. */
class PrivatePastTest {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "cresset.yaml",
          "team: {name: A, email: a@example.org}\nsite: {url: https://csirt.example.org/}\n");

  @TempDir Path root;

  @Test
  void whatWasPrivateIsDatedByItsRelease() throws Exception {
    assertSame(
        List.of(state(policy("private\nonly: []"), advisory("private\nonly: []")), open()),
        List.of(state(), open()));
  }

  @Test
  void whatWasUnderEmbargoIsDatedByItsEnd() throws Exception {
    String until = "public\nembargo_until: " + Base.date(1);
    Base base = base("one", List.of(state(policy(until), advisory(until)), state(policy(until))));
    Base.Said said = build(base, 1);
    assertThat(said.status()).as(said.out()).isZero();
    assertThat(base.tree("site/public").get("feed.atom"))
        .contains("<published>" + Base.date(1))
        .doesNotContain(Base.date(0).toString());
  }

  @Test
  void anEmbargoLiftedEarlyGivesNoDateWhenItsEndPasses() throws Exception {
    String until = "public\nembargo_until: " + Base.date(4);
    List<Optional<SortedMap<String, byte[]>>> lifted = List.of(every(until), every("public"));
    assertDated("lifted", lifted, Base.date(1));
    // At that time nothing tells it from what was private.
    assertSame(lifted, List.of(every("private\nonly: []"), every("public")));
  }

  @Test
  void anEmbargoThatPassedIsTheDateWithoutItsKeyToo() throws Exception {
    String until = "public\nembargo_until: " + Base.date(2);
    Optional<SortedMap<String, byte[]>> none = Optional.empty();
    assertDated("removed", List.of(every(until), none, none, every("public")), Base.date(2));
  }

  /** Builds as of two days without a commit between them: all is of the one date on both. */
  private void assertDated(
      String name, List<Optional<SortedMap<String, byte[]>>> history, Instant date)
      throws Exception {
    Base base = base(name, history);
    SortedMap<String, String> before = built(base, 3);
    SortedMap<String, String> after = built(base, 5);
    assertThat(Base.differences(before, after)).isEmpty();
    for (String page : List.of("feed.atom", "relay/index.html")) {
      assertThat(after.get(page)).contains(date.toString()).doesNotContain(Base.date(0).toString());
    }
  }

  @Test
  void aFirstVersionIsDatedByRevisionAsItWasShown() throws Exception {
    String until = "public\nembargo_until: " + Base.date(3);
    assertRevised("passed", Base.date(3), List.of(open(until)));
    assertRevised("lifted", Base.date(1), List.of(open(until), open("public")));
    assertRevised(
        "private", Base.date(2), List.of(open(until), open("private\nonly: []"), open("public")));
    assertRevised("team", Base.date(0), List.of(open("private\nonly: []")));
  }

  private void assertRevised(
      String name, Instant first, List<Optional<SortedMap<String, byte[]>>> history)
      throws Exception {
    Base base = base(name, history);
    for (String id : List.of("csa-2026-k7f3", "hours")) {
      Base.Said said = base.cresset("revise", id, "More", "--as-of", Base.date(9).toString());
      assertThat(said.status()).as(said.err()).isZero();
    }
    String date = first.toString().substring(0, 10);
    for (String file : List.of("advisories/csa-2026-k7f3.md", "policies/hours.md")) {
      assertThat(Files.readString(base.root().resolve("content").resolve(file)))
          .contains("initial_release_date: " + date, "- {number: 1, date: " + date)
          .containsOnlyOnce("initial_release_date");
    }
  }

  /** What the public is shown as of a day. */
  private static SortedMap<String, String> built(Base base, int day) throws Exception {
    Base.Said said =
        base.cresset("build", "--edition", "public", "--as-of", Base.date(day).toString());
    assertThat(said.status()).as(said.out()).isZero();
    return base.tree("site/public");
  }

  @Test
  void aReferenceToSomethingPrivateIsNoChangeAndNoFault() throws Exception {
    Map<String, String> secret =
        Map.of(
            "content/glossary/secret.md",
            "---\nterm: secret\nclassification: private\n" + "only: []\n---\nText.\n");
    assertSame(
        List.of(state(term("")), state(term("see: [secret]\n"), secret)),
        List.of(state(term("")), state(term(""))));
    assertSame(
        List.of(state(term("see: [secret]\n"), secret)), List.of(state(term("see: [secret]\n"))));
  }

  /** Builds the last of each and compares what the public gets. */
  private void assertSame(
      List<Optional<SortedMap<String, byte[]>>> one, List<Optional<SortedMap<String, byte[]>>> two)
      throws Exception {
    Path folder = root.resolve("pair" + System.identityHashCode(one));
    Base whole = base(folder.resolve("whole").toString(), one);
    Base.Said first = build(whole, one.size() - 1);
    Base reduced = base(folder.resolve("reduced").toString(), two).keysOf(whole.root());
    assertThat(build(reduced, two.size() - 1)).isEqualTo(first);
    assertThat(first.status()).as(first.out()).isZero();
    for (String part : List.of("site/public", "site/public.git", "site/public.zip")) {
      assertThat(Base.differences(whole.tree(part), reduced.tree(part))).isEmpty();
    }
  }

  private Base base(String name, List<Optional<SortedMap<String, byte[]>>> history)
      throws Exception {
    Path folder = root.resolve(name);
    Files.createDirectories(folder);
    return new Base(folder).commits(history);
  }

  private static Base.Said build(Base base, int commit) {
    String asOf = Base.date(commit + 5).toString();
    return base.cresset("build", "--edition", "public", "--as-of", asOf);
  }

  private static Optional<SortedMap<String, byte[]>> open() {
    return open("public");
  }

  private static Optional<SortedMap<String, byte[]>> open(String classification) {
    return state(policy(classification), advisory(classification));
  }

  /** Documents that are dated by history. */
  private static Optional<SortedMap<String, byte[]>> every(String classification) {
    return state(
        policy(classification),
        advisory(classification),
        other("pages/relay.md", "title: Relay", classification),
        other("glossary/relay.md", "term: relay", classification));
  }

  private static Map<String, String> other(String path, String keys, String classification) {
    return Map.of(
        "content/" + path,
        "---\n" + keys + "\nclassification: " + classification + "\n---\nMail.\n");
  }

  @SafeVarargs
  private static Optional<SortedMap<String, byte[]>> state(Map<String, String>... files) {
    SortedMap<String, byte[]> all = new TreeMap<>();
    SETTINGS.forEach((p, text) -> all.put("content/" + p, text.getBytes(StandardCharsets.UTF_8)));
    for (Map<String, String> some : files) {
      some.forEach((path, text) -> all.put(path, text.getBytes(StandardCharsets.UTF_8)));
    }
    return Optional.of(all);
  }

  private static Map<String, String> term(String more) {
    return Map.of(
        "content/glossary/relay.md",
        "---\nterm: relay\nclassification: public\n" + more + "---\nA host that passes mail on.\n");
  }

  private static Map<String, String> policy(String classification) {
    return Map.of(
        "content/policies/hours.md",
        "---\ntitle: Hours\nstatus: approved\napproved_by: head\napproved_on: 2026-09-01\n"
            + "effective_from: 2026-09-01\nreview_on: 2027-10-01\nclassification: "
            + classification
            + "\n---\nAll.\n");
  }

  private static Map<String, String> advisory(String classification) {
    return Map.of(
        "content/advisories/csa-2026-k7f3.md",
        """
        ---
        title: Unplug the gateway
        status: final
        action: Unplug it.
        severity: high
        exploitation: none_known
        products: [{product_name: Gateway, affected: "*", fixed: none}]
        solutions: [{workaround: Unplug it., impact: It stops.}]
        classification: %s
        ---
        Text.
        """
            .replace("%s", classification));
  }
}

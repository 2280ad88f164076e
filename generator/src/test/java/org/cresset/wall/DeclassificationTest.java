package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing becomes visible to more readers unless a commit says who answers for it. */
class DeclassificationTest {
  private static final Pattern CODE =
      Pattern.compile("(?m)^content/([^:]+):\\d+:\\d+: (error|warning)\\[([a-z-]+)\\]");

  @TempDir Path root;
  private Base base;

  @BeforeEach
  void released() throws Exception {
    base = new Base(root);
    Files.writeString(root.resolve(".gitignore"), "/site/\n");
    write(
        "cresset.yaml",
        """
        team: {name: A, email: a@example.org}
        site: {url: https://example.org/}
        editions:
          public: {readers: anyone}
          staff: {readers: team}
          constituents: {readers: each constituent, sealed: true}
        groups: {both: [northgate]}
        """);
    for (String id : List.of("northgate", "kelpie")) {
      write(
          "constituents/" + id + ".yaml",
          "name: N\ncontacts: [{name: a}, {name: b}]\nverified_on: 2026-09-01\n"
              + "delivery: {form: plain, agreed_by: x, agreed_on: 2026-09-01}\n");
    }
    write("pages/open.md", page("public", "Known to all."));
    write("pages/letter.md", page("private\nonly: [northgate]", "A letter."));
    write("pages/moved.md", page("private\nonly: []", "It moves."));
    write("pages/others.md", page("private\nonly: []\norigin: {from: Ridge}", "Theirs."));
    write("pages/fenced.md", page("public", "One.\n\n::: private\nThe address is secret.\n:::"));
    write("pages/wrapped.md", page("public", "One.\n\n::: private\n- 192.0.2.7\n:::"));
    write("pages/files/index.md", page("private\nonly: []", "[the list](list.txt)"));
    write("pages/files/list.txt", "secret names\n");
    write("pages/shelf/index.md", page("public", "[a list](list.txt)"));
    write("pages/shelf/list.txt", "open names\n");
    write("pages/draft.md", page("public\nstatus: draft", "A draft."));
    write("pages/soon.md", page("public\nembargo_until: 2026-12-24T00:00Z", "Soon."));
    write("pages/lifted.md", page("public\nembargo_until: 2026-12-24T00:00Z", "Lifted."));
    write("pages/group.md", page("private\nonly: [northgate]", "For one."));
    base.run("git", "init", "-q", "-b", "main");
    commit("first");
    assertThat(check("")).isEmpty();
    assertThat(base.cresset("build", "--as-of", "2026-11-20T00:00Z").status()).isZero();
    lower();
  }

  private void lower() throws Exception {
    write("pages/letter.md", page("private\nonly: [kelpie]", "A letter."));
    Files.delete(root.resolve("content/pages/moved.md"));
    write("pages/elsewhere.md", page("public", "It moves.").replace("title", "id: moved\ntitle"));
    write("pages/others.md", page("public\norigin: {from: Ridge}", "Theirs."));
    write(
        "pages/fenced.md",
        page("public", "One, and > *The address is* secret. Two.\n\n* The address is secret"));
    write("pages/wrapped.md", page("public", "One.\n\n192.0.2.7"));
    write("pages/shelf/list.txt", "secret names\n");
    write("pages/draft.md", page("public", "No draft."));
    write("pages/lifted.md", page("public", "Lifted."));
    write(
        "constituents/kelpie.yaml",
        Files.readString(root.resolve("content/constituents/kelpie.yaml")) + "groups: [both]\n");
  }

  @Test
  void whatTheLastReleaseCouldNotShowNeedsSomebodyWhoAnswersForIt() throws Exception {
    assertThat(check("")).allMatch(found -> found.contains("warning") || found.contains("origin"));
    commit("lowered");
    assertThat(check(""))
        .containsExactly(
            "pages/elsewhere.md error declassified-by-missing",
            "pages/fenced.md error declassified-by-missing",
            "pages/letter.md error declassified-by-missing",
            "pages/lifted.md error declassified-by-missing",
            "pages/others.md error declassified-by-missing",
            "pages/others.md error origin-permission",
            "pages/shelf/index.md error declassified-by-missing",
            "pages/wrapped.md error declassified-by-missing");
    base.run(git("commit", "--amend", "-q", "-m", "lowered\n\nDeclassified-By: head of the team"));
    assertThat(check("")).containsExactly("pages/others.md error origin-permission");
    assertThat(check("2026-12-25T00:00Z")).as("an embargo that ended").hasSize(1);
    base.cresset("build", "--as-of", "2026-11-21T00:00Z");
    assertThat(Files.readString(root.resolve("site/staff/audit/index.html")))
        .contains("head of the team", "lifted", "private, TLP:AMBER+STRICT, for northgate")
        .contains("the same marking; a passage or file of it");
    assertThat(root.resolve("site/public/audit")).doesNotExist();
  }

  @Test
  void stopsOnlyTheEditionThatItTouches() throws Exception {
    commit("lowered");
    Base.Said said = base.cresset("build", "--as-of", "2026-11-21T00:00Z");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.out())
        .contains("staff: release 2", "northgate: release 2", "public: held back");
    assertThat(root.resolve("site/public/elsewhere")).doesNotExist();
    assertThat(root.resolve("site/kelpie/letter")).doesNotExist();
  }

  private List<String> check(String asOf) {
    String[] arguments =
        asOf.isEmpty() ? new String[] {"check"} : new String[] {"check", "--as-of", asOf};
    return CODE.matcher(base.cresset(arguments).out())
        .results()
        .map(m -> m.group(1) + " " + m.group(2) + " " + m.group(3))
        .toList();
  }

  private static String page(String classification, String text) {
    return "---\ntitle: A page\nclassification: " + classification + "\n---\n" + text + "\n";
  }

  private void write(String path, String text) throws Exception {
    base.files(new TreeMap<>(Map.of("content/" + path, text.getBytes(StandardCharsets.UTF_8))));
  }

  private void commit(String message) {
    base.run("git", "add", "-A");
    base.run(git("commit", "-q", "-m", message));
  }

  private static String[] git(String... arguments) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("git", "-c", "user.name=duty", "-c", "user.email=duty@example.org"));
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }
}

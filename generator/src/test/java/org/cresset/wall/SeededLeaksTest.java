package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cresset.check.exit.ExitSearch;
import org.cresset.check.exit.Own;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fault in any channel would be seen: each is put into the finished public edition of a
 * collection with private documents and of the same without, which are equal before. {@code
 * -Dleaks=write} writes the manual's table.
 */
class SeededLeaksTest {
  private static final Path TABLE =
      Path.of(System.getProperty("cresset.home", ".."))
          .toAbsolutePath()
          .normalize()
          .resolve("docs/leaks.md");

  @TempDir private static Path dir;
  private static Base whole;
  private static Base reduced;
  private static Base.Said saidWhole;
  private static Base.Said saidReduced;

  @BeforeAll
  static void published() throws Exception {
    Path keys = dir.resolve("keys");
    new Base(keys)
        .files(LeakyBase.history(false).getFirst().orElseThrow())
        .cresset("build", "--worktree", "--as-of", "2026-10-01T00:00:00Z");
    whole = LeakyBase.published(dir.resolve("whole"), keys, true);
    reduced = LeakyBase.published(dir.resolve("reduced"), keys, false);
    String[] last = LeakyBase.arguments(LeakyBase.COMMITS - 1);
    saidWhole = whole.cresset(last);
    saidReduced = reduced.cresset(last);
  }

  @Test
  void withoutAFaultNobodyCanTellThemApart() throws Exception {
    assertThat(saidWhole.status()).as(saidWhole.err()).isZero();
    assertThat(whole.tree("site/public")).hasSizeGreaterThan(50).containsKey("releases/1");
    assertThat(
            Observed.differences(
                Observed.of(whole, "public", saidWhole),
                Observed.of(reduced, "public", saidReduced)))
        .isEmpty();
  }

  @Test
  void everyLeakIsSeen() throws Exception {
    List<String> unseen = new ArrayList<>();
    StringBuilder rows = new StringBuilder();
    int number = 0;
    for (Leaks.Leak leak : Leaks.ALL) {
      Base one = new Base(Trees.copy(whole.root(), dir.resolve("one")));
      Base other = new Base(Trees.copy(reduced.root(), dir.resolve("other")));
      List<String> seen =
          Observed.differences(
              spoiled(one, saidWhole, leak, true), spoiled(other, saidReduced, leak, false));
      if (seen.isEmpty()) {
        unseen.add(leak.toString());
      }
      rows.append("| ").append(++number).append(" | ").append(leak.channel()).append(" | ");
      rows.append(leak.what()).append(" | ").append(where(seen)).append(" | ");
      rows.append(lastSearch(one) ? "sees it" : "–").append(" |\n");
      Trees.remove(one.root());
      Trees.remove(other.root());
    }
    assertThat(unseen).isEmpty();
    assertThat(Leaks.ALL).hasSizeGreaterThanOrEqualTo(52);
    table(rows.toString());
  }

  private static Observed spoiled(Base base, Base.Said said, Leaks.Leak leak, boolean all)
      throws Exception {
    LeakySite site = new LeakySite(base.root(), said);
    leak.fault().spoil(site, LeakyBase.known(all));
    return Observed.of(base, "public", site.said());
  }

  /** The part in which the first difference lies. */
  private static String where(List<String> differences) {
    return differences.stream()
        .map(d -> d.replaceFirst("(: | only in ).*(?s:.*)", ""))
        .map(d -> d.replaceFirst("^public/", ""))
        .map(d -> d.matches("search/[0-9a-f]+[.]js") ? "search/" : d)
        .map(d -> d.startsWith("public.git") ? "the history" : d)
        .map(d -> d.equals("public.zip/") ? "the archive" : d)
        .findFirst()
        .orElse("nothing");
  }

  /** Whether the second net, which knows only words, would have stopped it. */
  private static boolean lastSearch(Base base) throws Exception {
    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (LeakyBase.Secret secret : LeakyBase.SECRETS) {
      names.addAll(List.of(secret.id(), secret.title()));
      texts.add(secret.text());
    }
    List<Own> own =
        whole.tree("site/public").values().stream()
            .map(text -> new Own(text.getBytes(StandardCharsets.UTF_8), Stream::empty))
            .toList();
    Path tree = base.root().resolve("site/public").toRealPath();
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(tree.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    Optional<String> trace =
        new ExitSearch(names, texts, own::stream).trace(files.keySet(), files::get);
    return trace.isPresent();
  }

  private static void table(String rows) throws Exception {
    String page =
        """
        # Seeded leaks

        Each row is a fault that was put into a finished public edition on purpose, once for a collection with private documents and once for
        the same without them. The comparison that the tests make of every pair of collections must then find a difference. The last column says
        whether the search over the finished bytes, which stops a release, sees it too: it knows words, so what is told by a number, an order or a
        time is left to the wall alone. `mvn test -Dtest=SeededLeaksTest -Dleaks=write` makes this page.

        | | channel | seeded fault | the comparison sees it in | last search |
        |---|---|---|---|---|
        """
            + rows;
    if ("write".equals(System.getProperty("leaks"))) {
      Files.writeString(TABLE, page);
    }
    assertThat(Files.readString(TABLE).lines().collect(Collectors.toList()))
        .as("run mvn test -Dtest=SeededLeaksTest -Dleaks=write, then commit")
        .isEqualTo(page.lines().toList());
  }
}

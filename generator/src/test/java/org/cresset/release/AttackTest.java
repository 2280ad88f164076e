package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cresset.release.Verification.Outcome;
import org.cresset.seal.Certificate;
import org.cresset.seal.Verifier;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What somebody may do to a release on its way, seen by {@code cresset verify} and by stock tools
 * with {@code verify.sh}. By default stock tools try each eighth; {@code -Dcresset.attacks=all}
 * makes them try all, and with {@code -Dmanual=write} writes the manual's table.
 */
class AttackTest {
  private static final boolean ALL = "all".equals(System.getProperty("cresset.attacks"));
  private static final int SAMPLE = 8;
  private static final int SMALL = 3;
  private static final Path PAGE =
      Path.of(System.getProperty("cresset.home", "..")).resolve("docs/attacks.md");
  private static final String MARK = "<!-- Written by AttackTest. -->\n";

  @TempDir Path dir;

  private record Row(String attack, String stock, String cresset) {}

  @ParameterizedTest
  @ValueSource(ints = {SMALL, 30, 300})
  void eachIsSeen(int documents) throws Exception {
    Scene scene = new Scene(dir, documents);
    List<Row> rows = new ArrayList<>();
    int n = 0;
    for (Attack attack : Attacks.all()) {
      Path tree = attack.done().to(scene.copy(), scene);
      Verification found = cresset(scene, attack, tree);
      assertThat(found.outcome()).as(attack.what()).isEqualTo(Outcome.NOT_GENUINE);
      assertThat(found.findings())
          .as(attack.what())
          .extracting(Finding::kind)
          .contains(attack.kind());
      boolean stock = ALL || (documents == SMALL && n++ % SAMPLE == 0);
      rows.add(new Row(attack.what(), stock ? stock(scene, attack, tree) : "", said(found)));
    }
    if (documents == SMALL) {
      manual(rows);
    }
  }

  private Verification cresset(Scene scene, Attack attack, Path tree) {
    Optional<Path> memory =
        attack.lastSeen() == 0 ? Optional.empty() : Optional.of(dir.resolve("memory"));
    TreeVerifier reader =
        new TreeVerifier(expected(attack.pinned().apply(scene), memory), Scene.NOW);
    if (memory.isPresent()) {
      Path last = scene.release("public", attack.lastSeen());
      assertThat(reader.verify(last.toString()).outcome()).isEqualTo(Outcome.GENUINE);
    }
    return reader.verify(tree.toString());
  }

  private static Expectations expected(Certificate key, Optional<Path> memory) {
    return new Expectations(
        Optional.of(key),
        Optional.empty(),
        Optional.of(Publisher.SITE),
        Optional.of("public"),
        memory);
  }

  private String stock(Scene scene, Attack attack, Path tree) throws Exception {
    Tool.Result said = sh(attack.pinned().apply(scene), tree, attack.lastSeen());
    assertThat(said.status()).as("%s: %s%s", attack.what(), said.out(), said.err()).isEqualTo(1);
    assertThat(said.out()).startsWith("FAIL: ");
    return said.out().lines().findFirst().orElseThrow();
  }

  private Tool.Result sh(Certificate key, Path tree, int last) throws Exception {
    Tool.GPG.require();
    String script = Path.of("src/main/resources/release/verify.sh").toAbsolutePath().toString();
    Path pinned = Files.writeString(dir.resolve("pinned.asc"), key.armoured());
    return Tool.run(
        dir,
        Map.of(),
        List.of(
            "sh",
            script,
            tree.toString(),
            pinned.toString(),
            Publisher.SITE,
            "public",
            Integer.toString(last)));
  }

  private static String said(Verification found) {
    Finding first = found.findings().stream().filter(Finding::fatal).findFirst().orElseThrow();
    return first.message();
  }

  /** What can't be known offline from the tree alone: a memory or a second source tells. */
  @Test
  void whatIsGenuineButOldIsSeenWithAMemoryOrASecondSource() throws Exception {
    Scene scene = new Scene(dir, SMALL);
    String old = scene.copy(scene.release("public", 2)).toString();
    String newest = scene.release("public", 3).toString();
    TreeVerifier stranger = new TreeVerifier(expected(scene.key(), Optional.empty()), Scene.NOW);
    assertThat(stranger.verify(old).outcome()).isEqualTo(Outcome.GENUINE);
    assertThat(sh(scene.key(), Path.of(old), 0).out()).isEqualTo("OK release 2\n");

    Optional<Path> memory = Optional.of(dir.resolve("memory"));
    TreeVerifier reader = new TreeVerifier(expected(scene.key(), memory), Scene.NOW);
    assertThat(reader.verify(newest).outcome()).isEqualTo(Outcome.GENUINE);
    Verification back = reader.verify(old);
    assertThat(back.outcome()).isEqualTo(Outcome.NOT_GENUINE);
    assertThat(back.findings())
        .extracting(Finding::message)
        .contains("other than in release 3, seen before: " + Scene.TEXT);

    Verification frozen = stranger.verify(old, Optional.of(newest));
    assertThat(frozen.outcome()).isEqualTo(Outcome.STALE);
    assertThat(frozen.findings())
        .extracting(Finding::message)
        .contains("other than in release 3, seen there: " + Scene.TEXT);
    assertThat(stranger.verify(newest, Optional.of(old)).findings()).isEmpty();
  }

  @Test
  void noneOfAHundredGoodTreesIsRefused() throws Exception {
    Publisher publisher = new Publisher(dir);
    Path state = dir.resolve("memory");
    Random random = new Random(42);
    TreeVerifier reader =
        new TreeVerifier(expected(publisher.key.certificate(), Optional.of(state)), Scene.NOW);
    for (int n = 1; n <= 100; n++) {
      Map<String, String> files = Scene.files(random.nextInt(12), "patch " + n);
      publisher.publish(files, Scene.EARLIER.plusSeconds(n).toString());
      Verification found = reader.verify(publisher.site.resolve("public").toString());
      assertThat(found.findings()).as("release %s", n).isEmpty();
      assertThat(found.outcome()).isEqualTo(Outcome.GENUINE);
      if (ALL || n % 50 == 0) {
        assertThat(sh(publisher.key.certificate(), publisher.site.resolve("public"), n - 1).out())
            .isEqualTo("OK release " + n + "\n");
      }
    }
  }

  @Test
  void noFlippedBitIsAccepted() throws Exception {
    Scene scene = new Scene(dir, 1);
    SortedMap<String, byte[]> tree = read(scene.release("public", 3));
    Verifier pinned = new Verifier(scene.key());
    assertThat(new ContentCheck(new MemorySource(tree)).run(pinned, Scene.NOW)).isEmpty();
    List<String> paths = List.copyOf(tree.keySet());
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      // Every second one hits the manifest or its signature.
      String path =
          i % 2 == 0
              ? i % 4 == 0 ? Manifest.NAME : Manifest.SIGNATURE
              : paths.get(random.nextInt(paths.size()));
      byte[] content = tree.get(path).clone();
      int bit = random.nextInt(content.length * 8);
      content[bit / 8] ^= (byte) (1 << bit % 8);
      SortedMap<String, byte[]> flipped = new TreeMap<>(tree);
      flipped.put(path, content);
      assertThat(new ContentCheck(new MemorySource(flipped)).run(pinned, Scene.NOW))
          .as("bit %s of %s", bit, path)
          .isNotEmpty();
    }
  }

  private static SortedMap<String, byte[]> read(Path root) throws Exception {
    SortedMap<String, byte[]> tree = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        tree.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return tree;
  }

  private static void manual(List<Row> rows) throws Exception {
    String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (ALL && "write".equals(System.getProperty("manual"))) {
      StringBuilder table = new StringBuilder(MARK);
      table.append("\n| what is done | `verify.sh` | `cresset verify` |\n|---|---|---|\n");
      rows.forEach(r ->
          table
              .append("| ")
              .append(r.attack())
              .append(" | ")
              .append(cell(r.stock()))
              .append(" | ")
              .append(cell(r.cresset()))
              .append(" |\n"));
      page = page.substring(0, page.indexOf(MARK)) + table;
      Files.writeString(PAGE, page);
    }
    String told = page;
    assertThat(rows)
        .allSatisfy(r -> assertThat(told).contains("| " + r.attack() + " | `FAIL: "))
        .allSatisfy(r -> assertThat(told).contains("| " + cell(r.cresset()) + " |"));
  }

  /** Without what differs from run to run, and not longer than needed. */
  private static String cell(String said) {
    String plain =
        said.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z", "TIME")
            .replaceAll("[0-9A-F]{40}", "FINGERPRINT")
            .replaceAll("[\\p{Cntrl}|`]", " ")
            .strip();
    int end = plain.length() <= 90 ? plain.length() : plain.lastIndexOf(' ', 90);
    return "`" + plain.substring(0, end) + (end < plain.length() ? " …" : "") + "`";
  }
}

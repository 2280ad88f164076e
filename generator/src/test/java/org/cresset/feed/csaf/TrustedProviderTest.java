package org.cresset.feed.csaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.testkit.Demonstration;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The demonstration is a trusted provider, and what isn't one is noticed. */
class TrustedProviderTest {
  private static final String GATEWAY = "2026/csa-2026-k7f3.json";

  @TempDir private Path folder;

  private static Found found(Path tree) {
    return new Found(tree, Demonstration.SITE);
  }

  @Test
  void thePublicEditionKeepsAllTwentyRequirements() {
    Found found = found(Demonstration.tree("public"));
    assertThat(found.documents()).hasSizeGreaterThan(6);
    assertThat(TrustedProvider.faults(found, true, Demonstration.AS_OF)).isEmpty();
  }

  @Test
  void theTeamHasItsOwnWithAllItsLabels() {
    Found found = found(Demonstration.tree("staff"));
    assertThat(TrustedProvider.faults(found, false, Demonstration.AS_OF)).isEmpty();
    assertThat(found.feeds()).hasSizeGreaterThan(1);
    assertThat(found.metadata().path("mirror_on_CSAF_aggregators").asBoolean(true)).isFalse();
    assertThat(TrustedProvider.faults(found, true, Demonstration.AS_OF))
        .as("the same, if anybody could read it")
        .anyMatch(f -> f.startsWith("5:"));
  }

  /** The pages of a whole edition; the tests of the pages see only those. */
  @Test
  void otherFormsOfAnAdvisoryAreWhereItsPageSays() throws IOException {
    Path tree = Demonstration.tree("public").toRealPath();
    Pattern format = Pattern.compile("href=\"([^\"]+\\.(json|txt)(\\.asc)?)\"");
    int links = 0;
    try (Stream<Path> all = Files.walk(tree.resolve("advisories"))) {
      for (Path page : all.filter(p -> p.endsWith("index.html")).toList()) {
        Matcher link = format.matcher(Files.readString(page));
        while (link.find()) {
          assertThat(page.resolveSibling(link.group(1)).normalize()).isRegularFile();
          links++;
        }
      }
    }
    assertThat(links).isGreaterThan(4 * 7);
  }

  private static Arguments breach(int requirement, String file, UnaryOperator<String> change) {
    return Arguments.of(requirement, file, change);
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        breach(1, GATEWAY, s -> s.replace("\"2.0\"", "\"2.1\"")),
        breach(2, GATEWAY, s -> s.replace("\"csa-2026-k7f3\"", "\"csa-2026-k7f4\"")),
        breach(3, GATEWAY, s -> s.replace("https://csirt", "http://csirt")),
        breach(4, GATEWAY, s -> s.replace("\"WHITE\"", "\"GREEN\"")),
        breach(4, "provider-metadata.json", s -> s.replace("\"WHITE\"", "\"GREEN\"")),
        breach(5, GATEWAY, s -> s.replace("\"WHITE\"", "\"RED\"")),
        breach(6, GATEWAY, s -> s.replace("k7f3/index.html", "k7f3/")),
        breach(7, "provider-metadata.json", s -> s.replace("csaf_trusted_provider", "csaf_viewer")),
        breach(7, "provider-metadata.json", s -> s.replace("\"namespace\"", "\"name_space\"")),
        breach(8, "../security.txt", s -> s.replace("CSAF: https", "CSAF: http")),
        breach(9, "provider-metadata.json", s -> s.replace("csaf/provider-", "csaf/x/provider-")),
        breach(10, "provider-metadata.json", s -> ""),
        breach(11, GATEWAY, s -> s.replace("date\" : \"2026-10-03T05", "date\" : \"2025-10-03T05")),
        breach(12, "index.txt", s -> s.replace(GATEWAY + "\n", "")),
        breach(13, "changes.csv", s -> s.replaceFirst("(?m)^.*k7f3.*\n", "")),
        breach(13, "changes.csv", s -> s.replaceFirst("(?s)(.*\n)(.*\n)$", "$2$1")),
        breach(13, "changes.csv", s -> s.replaceFirst("T([0-9:]+)Z", "T23:59:59Z")),
        breach(14, "2026/index.html", s -> s.replace("csa-2026-k7f3.json\"", "x\"")),
        breach(14, "index.html", s -> s.replace("2026/index.html", "2025/index.html")),
        breach(15, "feed-tlp-white.json", s -> s.replace("k7f3.json.asc", "k7f4.json.asc")),
        breach(15, "feed-tlp-white.json", s -> s.replace("/csa-2026-k7f3.json\"", "/x.json\"")),
        breach(15, "feed-tlp-white.json", s -> s.replace("csaf-feed-tlp", "csaf/feed/tlp")),
        breach(16, "service.json", s -> s.replace("feed-tlp-white", "feed-tlp-green")),
        breach(17, "category-white.json", s -> s.replace("\"term\"", "\"terms\"")),
        breach(18, GATEWAY, s -> s.replace("Ridge CERT", "Ridge Cert")),
        breach(18, GATEWAY + ".sha512", s -> s.replace("csa-2026-k7f3", "csa-2026-k7f4")),
        breach(19, GATEWAY, s -> s.replace("Ridge CERT", "Ridge Cert")),
        breach(19, GATEWAY + ".asc", s -> ""),
        breach(20, "provider-metadata.json", s -> s.replaceAll("\"[0-9A-F]{40}\"", "\"0\"")));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("breaches")
  void aBreachIsNoticed(int requirement, String file, UnaryOperator<String> change)
      throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Path known = Demonstration.tree("public").toRealPath();
    Trees.copy(known.resolve(".well-known"), tree.resolve(".well-known"));
    pages(known, tree);
    Path changed = tree.resolve(Found.FOLDER).resolve(file).normalize();
    String before = Files.readString(changed);
    String after = change.apply(before);
    assertThat(after).isNotEqualTo(before);
    // A new file: the copy shares its bytes with nobody.
    Files.delete(changed);
    if (!after.isEmpty()) {
      Files.writeString(changed, after);
    }
    assertThat(TrustedProvider.faults(found(tree), true, Demonstration.AS_OF))
        .anyMatch(f -> f.startsWith(requirement + ":"));
  }

  /** The pages that documents name as another form of themselves. */
  private static void pages(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from.resolve("advisories"))) {
      for (Path page : all.filter(p -> p.endsWith("index.html")).toList()) {
        Path copy = to.resolve(from.relativize(page).toString());
        try {
          Files.createDirectories(copy.getParent());
          Files.writeString(copy, "");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    for (String page : new String[] {"policies/conduct", "report-an-incident"}) {
      Files.createDirectories(to.resolve(page));
      Files.writeString(to.resolve(page).resolve("index.html"), "");
    }
  }
}

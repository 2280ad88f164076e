package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration's pages: valid HTML, accessible, and content with their own host. */
class DemonstrationPagesTest {
  private static final Path HOME =
      Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath().normalize();

  /** WCAG 2.2 at level AA, and what axe calls good practice. */
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** One of each kind; those that use most colours first. */
  private static final List<String> PAGES =
      List.of(
          "public/advisories/2026/csa-2026-k7f3/index.html",
          "staff/index.html",
          "staff/reports/4417093826/index.html",
          "staff/reports/4417093826/training/index.html",
          "staff/observables/index.html",
          "staff/observables/ipv4/198.51.100.23/index.html",
          "staff/statistics/index.html",
          "staff/statistics/compliance/index.html",
          "staff/policies/index.html",
          "staff/callers/index.html",
          "staff/audit/index.html",
          "public/verify/index.html",
          "public/index.html",
          "public/advisories/index.html",
          "public/policies/index.html",
          "public/policies/triage/index.html",
          "public/glossary/index.html",
          "public/glossary/chronology/index.html",
          "public/about/index.html",
          "public/keys/index.html",
          "public/search/index.html",
          "public/notices/ntc-2026-m9ze/index.html");

  @TempDir private static Path dir;

  @BeforeAll
  static void build() throws Exception {
    Trees.copy(HOME.resolve("content"), dir.resolve("content"));
    assertThat(
            new InProcess(dir, Instant.parse("2026-11-22T00:00:00Z"))
                .run("build", "--edition", "public,staff")
                .text())
        .contains("public: release 1", "staff: release 1");
  }

  @Test
  void everyPageIsValidHtml() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add("nu.validator.client.SimpleCommandLineValidator");
    command.addAll(List.of("--errors-only", "--skip-non-html"));
    command.add(dir.resolve("site/public").toRealPath().toString());
    command.add(dir.resolve("site/staff").toRealPath().toString());
    Tool.Result result = Tool.run(dir, Map.of(), command);
    assertThat(result.err().lines().filter(l -> l.contains("error"))).isEmpty();
    assertThat(result.status()).as(result.out() + result.err()).isZero();
  }

  @Test
  void axeFindsNothingAndNothingIsFetchedFromElsewhere() throws Exception {
    Tool.CHROMIUM.require();
    List<String> wrong = new ArrayList<>();
    try (Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(chromium())) {
      look(browser, ColorScheme.LIGHT, PAGES, axe -> axe.withTags(RULES), wrong);
      List<String> some = PAGES.subList(0, 4);
      look(browser, ColorScheme.DARK, some, axe -> axe.withRules(List.of("color-contrast")), wrong);
    }
    assertThat(wrong).isEmpty();
  }

  /** WCAG 2.2, 1.4.10: at 320 pixels only tables and drawings scroll sideways, each in itself. */
  @Test
  void noPageIsWiderThanAPhone() throws Exception {
    Tool.CHROMIUM.require();
    List<String> wrong = new ArrayList<>();
    try (Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(chromium());
        BrowserContext context =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(320, 800))) {
      Page page = context.newPage();
      for (String path : PAGES) {
        page.navigate(dir.resolve("site").resolve(path).toUri().toString());
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > 320) {
          wrong.add(path + " is " + width + " pixels wide");
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void look(
      Browser browser,
      ColorScheme scheme,
      List<String> pages,
      UnaryOperator<AxeBuilder> rules,
      List<String> wrong) {
    // Only axe itself needs to get past the pages' content policy.
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setColorScheme(scheme).setBypassCSP(true));
    Page page = context.newPage();
    page.onRequest(r -> {
      if (!r.url().startsWith("file:")) {
        wrong.add("fetches " + r.url());
      }
    });
    for (String path : pages) {
      page.navigate(dir.resolve("site").resolve(path).toUri().toString());
      for (Rule rule : rules.apply(new AxeBuilder(page)).analyze().getViolations()) {
        String where = rule.getNodes().getFirst().getHtml();
        wrong.add(path + " " + scheme + ": " + rule.getId() + ", " + where);
      }
    }
    context.close();
  }

  private static BrowserType.LaunchOptions chromium() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Tool.CHROMIUM.find())
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
  }
}

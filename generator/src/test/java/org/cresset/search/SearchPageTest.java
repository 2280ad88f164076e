package org.cresset.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.SiteWriter;
import org.cresset.model.MarkedText;
import org.cresset.page.PageRenderer;
import org.cresset.problem.Problems;
import org.cresset.testkit.Tool;
import org.cresset.text.Markdown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search page in a real browser, opened as a file, under its own content policy. */
class SearchPageTest {
  @TempDir Path folder;
  private final List<String> faults = new ArrayList<>();
  private Playwright playwright;
  private Page page;
  private Edition edition;

  @BeforeEach
  void openTheBrowser() {
    Tool.CHROMIUM.require();
    List<Article> articles = new Corpus(3).articles(120);
    articles.add(
        Samples.page(
            "hostile",
            "2026-11-01",
            "<img src=x onerror=alert(1)>",
            "<script>alert(2)</script> markup" + " and more".repeat(99) + " zebra"));
    edition = Samples.edition(true, articles);
    SiteWriter site = this::write;
    new PageRenderer(List.of(), new Markdown()).render(edition, site, new Problems());
    new SearchRenderer(folder.resolve("cache"), MarkedText::markdown)
        .render(edition, site, new Problems());
    playwright = Playwright.create();
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Tool.CHROMIUM.find())
                    .setArgs(
                        List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    page = browser.newPage();
    page.onConsoleMessage(m -> faults.add(m.text()));
    page.onPageError(faults::add);
    page.onDialog(d -> faults.add(d.message()));
  }

  @AfterEach
  void closeTheBrowser() {
    if (playwright != null) {
      playwright.close();
    }
  }

  private void write(String path, byte[] content) {
    try {
      Path file = folder.resolve("site").resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void open(String query) {
    page.navigate(folder.resolve("site/search/index.html").toUri() + query);
  }

  private List<String> shown() {
    return page.locator("#results [data-id]").all().stream()
        .map(r -> r.getAttribute("data-id"))
        .toList();
  }

  private void waitFor(String status) {
    page.waitForFunction(
        "s => document.getElementById('search-status').textContent.includes(s)", status);
  }

  private List<String> lucene(String query) {
    try (SearchIndex index = SearchIndex.inMemory(edition, MarkedText::markdown)) {
      return index.search(query, 10).stream().map(h -> h.id().id()).toList();
    }
  }

  @Test
  void showsWhatLuceneFindsAndSaysHowMany() {
    open("?q=remote%20gateway");
    waitFor("document");
    assertThat(shown()).isEqualTo(lucene("remote gateway")).isNotEmpty();
    assertThat(page.locator("#results mark").count()).isPositive();
    String link = page.locator("#results a").first().getAttribute("href");
    assertThat(folder.resolve("site/search").resolve(link)).exists();
    page.fill("#q", "\"web shell\" kind:report");
    waitFor("document");
    page.waitForFunction("() => location.search.includes('report')");
    waitFor("document");
    assertThat(faults).isEmpty();
  }

  @Test
  void everyResultShowsAHitOrSaysThatItIsElsewhere() {
    int elsewhere = 0;
    for (String query : List.of("gateway", "the", "zebra")) {
      open("?q=" + query);
      waitFor("document");
      page.waitForSelector("#results li");
      int results = page.locator("#results li").count();
      int marked = page.locator("#results li:has(mark)").count();
      int said = page.locator("#results li:not(:has(mark)) .elsewhere").count();
      assertThat(marked + said).as(query).isEqualTo(results);
      elsewhere += said;
    }
    assertThat(elsewhere).isPositive();
    open("?q=kind:report");
    page.waitForSelector("#results li");
    assertThat(page.locator("#results .elsewhere").count()).isZero();
    assertThat(faults).isEmpty();
  }

  @Test
  void countsByFacetAndNarrows() {
    open("?q=the");
    waitFor("document");
    page.waitForSelector("#facets button");
    var reports = page.locator("#facets button[data-facet=kind][data-value=report]");
    String count = reports.locator(".count").innerText();
    reports.click();
    waitFor(count + " documents");
    assertThat(page.locator("#results [data-kind]:not([data-kind=report])").count()).isZero();
    assertThat(page.url()).contains("kind=report");
    assertThat(page.locator("#facets button[data-facet=site]").count()).isPositive();
    assertThat(faults).isEmpty();
  }

  @Test
  void goesThroughResultsByKeys() {
    open("?q=gateway");
    waitFor("document");
    page.focus("#q");
    page.keyboard().press("ArrowDown");
    page.keyboard().press("ArrowDown");
    String second = page.locator("#results a").nth(1).getAttribute("href");
    assertThat(page.evaluate("() => document.activeElement.getAttribute('href')"))
        .isEqualTo(second);
    page.keyboard().press("ArrowUp");
    page.keyboard().press("ArrowUp");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
    assertThat(faults).isEmpty();
  }

  @Test
  void helpsWhereNothingIsFoundAndRunsNothing() {
    open("?q=%3Cimg%20src%3Dx%20onerror%3Dalert(3)%3E%20zzzqqq");
    waitFor("No document has all");
    assertThat(page.locator("#results img").count()).isZero();
    assertThat(page.locator("#results").innerText()).contains("<img src=x onerror=alert(1)>");
    page.fill("#q", "zzzqqqzzz");
    waitFor("Nothing found");
    assertThat(page.locator("#search-help").isVisible()).isTrue();
    assertThat(faults).isEmpty();
  }
}

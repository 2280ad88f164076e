package org.cresset.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an author sees in a real browser, under the strict policy that pages carry themselves. */
@Timeout(120)
class LiveUpdateTest {
  private static final String START =
      """
      <!doctype html>
      <html lang="en"><head>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; \
      style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; \
      trusted-types cresset">
      <meta charset="utf-8"><title>t</title></head><body><main>
      """;

  @TempDir private Path root;

  private PreviewState state(String edition) {
    try {
      String text = Files.readString(root.resolve("page.md"));
      String html =
          START
              + "<p>line</p>".repeat(200)
              + "<p id=\"text\">%s</p><details><summary>more</summary>x</details>".formatted(text)
              + "<p>line</p>".repeat(200)
              + "</main></body></html>\n";
      TreeMap<String, Supplier<byte[]>> files = new TreeMap<>();
      files.put("index.html", () -> html.getBytes(StandardCharsets.UTF_8));
      Problem problem =
          Problem.of(
              Code.SOURCE_NOT_TEXT,
              Span.at("page.md", 1, 1),
              "<img src=x onerror=alert(1)>",
              "",
              "");
      return new PreviewState(files, text.contains("wrong") ? List.of(problem) : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theTextChangesAndThePlaceStays() throws Exception {
    Tool.CHROMIUM.require();
    Files.writeString(root.resolve("page.md"), "first");
    PreviewEditions editions = new PreviewEditions(List.of("staff"), this::state);
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(Tool.CHROMIUM.find())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    try (Preview preview = Preview.start(editions, List.of(root), 0);
        Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(options)) {
      List<String> messages = new ArrayList<>();
      Page page = browser.newPage();
      page.onConsoleMessage(m -> messages.add(m.text() + " " + m.location()));
      page.onPageError(messages::add);
      page.onDialog(d -> messages.add("dialog"));
      page.navigate(preview.address().toString());
      page.waitForSelector("#cresset-preview >> text=no problems");
      page.evaluate(
          "window.kept = true; document.querySelector('details').open = true; scrollTo(0, 2345)");
      Files.writeString(root.resolve("page.md"), "second, wrong");
      page.waitForSelector("#text >> text=second, wrong");
      page.waitForSelector("#cresset-preview >> text=1 error");
      page.click("#cresset-preview button");
      assertThat(page.innerText("#cresset-preview")).contains("<img src=x onerror=alert(1)>");
      assertThat(page.locator("#cresset-preview img").count()).isZero();
      assertThat(page.evaluate("window.kept")).isEqualTo(true);
      assertThat(page.evaluate("document.querySelector('details').open")).isEqualTo(true);
      assertThat(((Number) page.evaluate("scrollY")).intValue()).isEqualTo(2345);
      assertThat(messages.stream().filter(m -> !m.contains("favicon"))).isEmpty();
    }
  }
}

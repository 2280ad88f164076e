package org.cresset.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cresset.problem.Code;
import org.cresset.problem.Failure;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PreviewTest {
  @TempDir private Path root;
  private final HttpClient client = HttpClient.newHttpClient();
  private Path page;
  private Preview preview;

  @BeforeEach
  void start() throws Exception {
    page = Files.createDirectories(root.resolve("content")).resolve("page.md");
    Files.writeString(page, "first text");
    PreviewEditions editions = new PreviewEditions(List.of("staff", "public"), this::state);
    preview = Preview.start(editions, List.of(root.resolve("content"), root.resolve("none")), 0);
  }

  @AfterEach
  void stop() {
    preview.close();
  }

  private PreviewState state(String edition) {
    String text = read();
    if (text.contains("broken")) {
      throw new Failure(Failure.Kind.CONTENT, "cresset.yaml is broken", "mend it");
    }
    TreeMap<String, Supplier<byte[]>> files = new TreeMap<>();
    files.put("index.html", () -> html(edition + ": " + text));
    files.put("a/b/index.html", () -> html("inner"));
    files.put("a/x.txt", () -> "text".getBytes(StandardCharsets.UTF_8));
    files.put("a/x.txt.asc", () -> new byte[] {1});
    files.put("keys/team.asc", () -> new byte[] {1});
    files.put("assets/js/site.js", () -> new byte[0]);
    files.put(
        "bad.html",
        () -> {
          throw new IllegalStateException("template");
        });
    Problem problem =
        Problem.of(
            Code.SOURCE_NOT_TEXT,
            Span.at("content/page.md", 1, 2),
            "</script>\u202E",
            "text",
            "save it");
    return new PreviewState(files, edition.equals("staff") ? List.of(problem) : List.of());
  }

  private String read() {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] html(String text) {
    String start = "<!doctype html>\n<html><head><title>t</title></head><body><main>";
    return (start + text + "</main></body></html>\n").getBytes(StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(preview.address().resolve(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void servesPagesWithTheLiveScriptAndStrictHeaders() throws Exception {
    HttpResponse<String> response = get("/");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("<main>staff: first text</main>")
        .containsPattern(
            "<script src=\"/_preview/live.js\" data-state=\"\\d+\" defer></script>\n</head>");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("frame-ancestors 'none'")
        .contains("trusted-types cresset");
    assertThat(response.headers().firstValue("Cross-Origin-Resource-Policy"))
        .hasValue("same-origin");
    assertThat(get("/a/b/").body()).contains("inner");
    assertThat(get("/a/b").headers().firstValue("Location")).hasValue("/a/b/");
  }

  @Test
  void typesAreExactAndOtherFilesUntouched() throws Exception {
    assertThat(get("/a/x.txt").body()).isEqualTo("text");
    for (String[] expected :
        new String[][] {
          {"/a/x.txt", "text/plain; charset=utf-8"},
          {"/a/x.txt.asc", "application/pgp-signature"},
          {"/keys/team.asc", "application/pgp-keys"},
          {"/assets/js/site.js", "text/javascript; charset=utf-8"},
          {"/_preview/live.js", "text/javascript; charset=utf-8"},
          {"/_preview/live.css", "text/css; charset=utf-8"},
          {"/_preview/state.json", "application/json"},
        }) {
      assertThat(get(expected[0]).headers().firstValue("Content-Type")).hasValue(expected[1]);
    }
  }

  @Test
  void whatIsMissingOrBrokenSaysSo() throws Exception {
    assertThat(get("/none.html").statusCode()).isEqualTo(404);
    assertThat(get("/%2e%2e/content/page.md").statusCode()).isEqualTo(404);
    assertThat(get("/_preview/none").statusCode()).isEqualTo(404);
    assertThat(get("/bad.html").statusCode()).isEqualTo(500);
    assertThat(get("/bad.html").body()).contains("template");
    HttpRequest post =
        HttpRequest.newBuilder(preview.address())
            .POST(HttpRequest.BodyPublishers.ofString("x"))
            .build();
    assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void otherNamesForLoopbackAreRefused() throws Exception {
    int port = preview.address().getPort();
    assertThat(status("127.0.0.1:" + port)).contains(" 200 ");
    assertThat(status("localhost:" + port)).contains(" 200 ");
    for (String host :
        List.of("evil.example.org", "evil.example.org:" + port, "127.0.0.1", "127.0.0.1:1")) {
      assertThat(status(host)).as(host).contains(" 421 ");
    }
  }

  private String status(String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", preview.address().getPort())) {
      String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }

  @Test
  void otherSitesMayLeadHereButLoadNothing() throws Exception {
    String script = "/assets/js/site.js";
    assertThat(get(script, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
    assertThat(get(script, "Sec-Fetch-Site", "same-site").statusCode()).isEqualTo(403);
    assertThat(get(script, "Sec-Fetch-Site", "same-origin").statusCode()).isEqualTo(200);
    assertThat(followed("document")).isEqualTo(200);
    assertThat(followed("iframe")).isEqualTo(403);
  }

  private int followed(String destination) throws Exception {
    return get(
            "/",
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            destination)
        .statusCode();
  }

  @Test
  void anotherEditionCanBeChosen() throws Exception {
    assertThat(get("/_preview/").body())
        .contains("<a href=\"/_preview/?edition=staff\" aria-current=\"true\">staff</a>")
        .contains("<a href=\"/_preview/?edition=public\">public</a>");
    HttpResponse<String> chosen = get("/_preview/?edition=public");
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Set-Cookie"))
        .hasValue("cresset-edition=public; Path=/; SameSite=Strict; HttpOnly");
    assertThat(get("/", "Cookie", "cresset-edition=public").body()).contains("public: first");
    assertThat(get("/", "Cookie", "x=y; cresset-edition=none").body()).contains("staff: first");
    assertThat(get("/_preview/?edition=none").statusCode()).isEqualTo(200);
  }

  @Test
  void problemsAreDataForThePanel() throws Exception {
    assertThat(get("/_preview/state.json").body())
        .startsWith("{\"edition\":\"staff\",\"assets\":\"")
        .contains("\"path\" : \"content/page.md\"")
        .contains("</script>\\u202E");
    assertThat(get("/_preview/state.json", "Cookie", "cresset-edition=public").body())
        .containsPattern("\"problems\":\\[\\s*\\]");
  }

  @Test
  void savingAFileTellsTheOpenPages() throws Exception {
    get("/");
    HttpRequest request =
        HttpRequest.newBuilder(preview.address().resolve("/_preview/events")).build();
    HttpResponse<Stream<String>> events = client.send(request, BodyHandlers.ofLines());
    assertThat(events.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    Iterator<String> lines = events.body().iterator();
    assertThat(lines.next()).isEqualTo("retry: 1000");
    Files.writeString(page, "second text");
    awaitChange(lines);
    assertThat(get("/").body()).contains("staff: second text");
    Path folder = Files.createDirectories(root.resolve("content/new/deep"));
    awaitChange(lines);
    Files.writeString(folder.resolve("x.md"), "x");
    awaitChange(lines);
  }

  private static void awaitChange(Iterator<String> lines) {
    String line = lines.next();
    while (!line.equals("event: changed")) {
      line = lines.next();
    }
  }

  @Test
  void aFailureKeepsWhatWasThereAndIsShown() throws Exception {
    get("/");
    Files.writeString(page, "broken");
    preview.refresh();
    assertThat(get("/").body()).contains("staff: first text");
    assertThat(get("/_preview/state.json").body())
        .contains("cresset.yaml is broken. Help: mend it");
    Files.writeString(page, "mended");
    preview.refresh();
    assertThat(get("/").body()).contains("staff: mended");
    assertThat(get("/_preview/state.json").body()).contains("\"trouble\":\"\"");
  }

  @Test
  void aPortThatIsTakenIsSaidSo() {
    PreviewEditions editions = new PreviewEditions(List.of("staff"), this::state);
    int port = preview.address().getPort();
    assertThatThrownBy(() -> Preview.start(editions, List.of(root), port))
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ENVIRONMENT))
        .hasMessageContaining("port " + port);
  }
}

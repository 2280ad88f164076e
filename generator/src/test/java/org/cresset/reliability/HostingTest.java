package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The servers' settings in the manual do what it says of them, in the real servers. */
class HostingTest {
  private static final Path MANUAL =
      Path.of(System.getProperty("cresset.home", "..")).resolve("docs/for-operators.md");
  private static final String USER = "www-data";

  /** Files of a site, with the type that each must come as. */
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("/about/index.html", "text/html; charset=utf-8"),
              Map.entry("/SHA256SUMS", "text/plain; charset=utf-8"),
              Map.entry("/SHA256SUMS.asc", "text/plain; charset=utf-8"),
              Map.entry("/feed.atom", "application/atom+xml"),
              Map.entry("/advisories/feed.json", "application/feed+json"),
              Map.entry("/assets/icon.svg", "image/svg+xml"),
              Map.entry("/.well-known/security.txt", "text/plain; charset=utf-8"),
              Map.entry("/.well-known/csaf/2026/x.json", "application/json"),
              Map.entry("/.well-known/csaf/2026/x.json.sha512", "text/plain; charset=utf-8"),
              Map.entry("/.well-known/openpgpkey/hu/abc", "application/octet-stream")));

  private final int port = freePort();
  private Path dir;

  @BeforeEach
  void site() throws IOException {
    // Servers give up root, and must still get at the files.
    dir = Files.createTempDirectory("hosting");
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path release = dir.resolve("site/.releases/public/1");
    for (String path : TYPES.keySet()) {
      Path file = release.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content of " + path + "\n");
    }
    Files.writeString(release.resolve("404.html"), "There is no such page.\n");
    Files.createSymbolicLink(dir.resolve("site/public"), Path.of(".releases/public/1"));
  }

  @AfterEach
  void remove() {
    Trees.remove(dir);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The manual's settings in a language, for this site on this port. */
  private String settings(String language) throws IOException {
    Matcher block =
        Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(MANUAL));
    assertThat(block.find()).as("settings for " + language).isTrue();
    return block.group(1).replace("/srv/knowledge/site", dir.resolve("site").toString());
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  @Test
  void nginx() throws Exception {
    Tool.NGINX.require();
    StringBuilder config = new StringBuilder();
    config.append(root() ? "user " + USER + ";\n" : "");
    config.append("daemon off;\nerror_log stderr;\npid " + dir + "/pid;\nevents {}\nhttp {\n");
    config.append("include /etc/nginx/mime.types;\naccess_log off;\n");
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      config.append(kind).append("_temp_path ").append(dir).append("/tmp-" + kind + ";\n");
    }
    config.append(
        settings("nginx")
            .replace("server_name csirt.example.org;", "listen 127.0.0.1:" + port + ";"));
    Path file = Files.writeString(dir.resolve("nginx.conf"), config.append("}\n"));
    serves(Tool.NGINX.find().toString(), "-p", dir.toString(), "-c", file.toString());
  }

  @Test
  void apache() throws Exception {
    Tool.APACHE.require();
    StringBuilder config = new StringBuilder();
    config.append("ServerRoot " + dir + "\nServerName localhost\nListen 127.0.0.1:" + port + "\n");
    config.append("PidFile " + dir + "/pid\nErrorLog /dev/stderr\n");
    config.append(root() ? "User " + USER + "\nGroup " + USER + "\n" : "");
    for (String module : "mpm_event authz_core dir mime headers filter deflate".split(" ")) {
      config.append("LoadModule " + module + "_module /usr/lib/apache2/modules/mod_" + module);
      config.append(".so\n");
    }
    config.append("TypesConfig /dev/null\nAddType text/html .html\nAddType image/svg+xml .svg\n");
    Path file = Files.writeString(dir.resolve("a.conf"), config.append(settings("apache")));
    serves(Tool.APACHE.find().toString(), "-f", file.toString(), "-D", "FOREGROUND");
  }

  @Test
  void caddy() throws Exception {
    Tool.CADDY.require();
    String config =
        "{\n    admin off\n    storage file_system "
            + dir
            + "/caddy\n}\n"
            + settings("caddy").replace("csirt.example.org {", "http://127.0.0.1:" + port + " {");
    Path file = Files.writeString(dir.resolve("Caddyfile"), config);
    serves(Tool.CADDY.find().toString(), "run", "--adapter", "caddyfile", "--config", file + "");
  }

  private void serves(String... command) throws Exception {
    Path log = dir.resolve("log");
    ProcessBuilder builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().putAll(Map.of("HOME", dir.toString(), "XDG_CONFIG_HOME", dir + "/c"));
    Process server = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      await(server, client, log);
      for (Map.Entry<String, String> file : TYPES.entrySet()) {
        HttpResponse<String> got = get(client, file.getKey());
        assertThat(got.statusCode()).as(file.getKey()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("content of " + file.getKey() + "\n");
        assertThat(got.headers().allValues("content-type"))
            .as(file.getKey())
            .containsExactly(file.getValue());
        boolean open = file.getKey().matches("/[.]well-known/(csaf|openpgpkey)/.*");
        assertThat(got.headers().allValues("access-control-allow-origin"))
            .as(file.getKey())
            .isEqualTo(open ? List.of("*") : List.of());
        hardened(got);
      }
      HttpResponse<String> missing = get(client, "/no/such/page");
      assertThat(missing.statusCode()).isEqualTo(404);
      assertThat(missing.body()).isEqualTo("There is no such page.\n");
      hardened(missing);
      assertThat(get(client, "/.well-known/csaf/").statusCode())
          .as("no list of files")
          .isGreaterThanOrEqualTo(400);
    } finally {
      server.destroy();
      assertThat(server.waitFor(20, TimeUnit.SECONDS)).as("it stops").isTrue();
    }
  }

  private static void hardened(HttpResponse<String> got) {
    Map<String, List<String>> headers = got.headers().map();
    assertThat(headers.get("content-security-policy"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("default-src 'none'; script-src 'self'");
    assertThat(headers.get("x-content-type-options")).containsExactly("nosniff");
    assertThat(headers.get("referrer-policy")).containsExactly("no-referrer");
  }

  private void await(Process server, HttpClient client, Path log) throws Exception {
    for (int i = 0; i < 200; i++) {
      assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
      try {
        get(client, "/SHA256SUMS");
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new AssertionError("does not answer: " + Files.readString(log));
  }

  private HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}

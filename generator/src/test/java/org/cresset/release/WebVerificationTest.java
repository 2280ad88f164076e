package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.problem.Failure;
import org.cresset.release.Verification.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader with {@code cresset verify} and the address of a site. */
class WebVerificationTest {
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @TempDir Path dir;
  private Publisher publisher;

  @BeforeEach
  void publish() {
    publisher = new Publisher(dir);
    publisher.publish(Publisher.files("patch"), NOW.minusSeconds(600).toString());
  }

  private Path served() {
    return publisher.site.resolve("public");
  }

  @Test
  void aSiteOnTheWebIsVerified() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = served().resolve(exchange.getRequestURI().getPath().substring(1));
          byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(
              Files.exists(file) ? 200 : 404, content.length == 0 ? -1 : content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
      assertThat(verify(url).outcome()).isEqualTo(Outcome.GENUINE);
      Files.delete(served().resolve("feed.atom"));
      assertThat(verify(url).findings()).extracting(Finding::kind).contains(Finding.Kind.MISSING);
    } finally {
      server.stop(0);
    }
  }

  /** As Python's http.server does; a connection that is closed must not be taken for a fraud. */
  @Test
  void aServerThatHangsUpIsAskedAgainAndOneThatIsAwayIsNoFraud() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      Thread.ofVirtual().start(() -> hangUpAtFirst(server));
      assertThat(verify("http://127.0.0.1:" + port + "/").outcome()).isEqualTo(Outcome.GENUINE);
    }
    String fingerprint = publisher.key.certificate().fingerprint();
    for (Expectations expected :
        List.of(
            Expectations.of(publisher.key.certificate()),
            new Expectations(
                Optional.empty(),
                Optional.of(fingerprint),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()))) {
      assertThatThrownBy(
              () -> new TreeVerifier(expected, NOW).verify("http://127.0.0.1:" + port + "/"))
          .isInstanceOfSatisfying(
              Failure.class, f -> assertThat(f.kind()).isEqualTo(Failure.Kind.ENVIRONMENT))
          .hasMessageEndingWith(": no connection");
    }
  }

  private void hangUpAtFirst(ServerSocket server) {
    Set<String> asked = new HashSet<>();
    while (true) {
      try (Socket socket = server.accept()) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String path = in.readLine().split(" ")[1].substring(1);
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {}
        if (asked.add(path)) {
          continue;
        }
        Path file = served().resolve(path);
        OutputStream out = socket.getOutputStream();
        if (Files.exists(file)) {
          out.write("HTTP/1.0 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          Files.copy(file, out);
        } else {
          out.write("HTTP/1.0 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private Verification verify(String target) {
    return new TreeVerifier(Expectations.of(publisher.key.certificate()), NOW).verify(target);
  }
}

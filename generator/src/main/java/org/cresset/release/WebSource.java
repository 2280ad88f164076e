package org.cresset.release;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;

/** A tree on a web server. What else lies there can't be seen. */
final class WebSource implements TreeSource {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 5;
  private static final int FOUND = 200;
  private static final Set<Integer> NOT_FOUND = Set.of(404, 410);

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param url of the tree's root, http or https
   */
  WebSource(String url) {
    base = URI.create(url.endsWith("/") ? url : url + "/");
  }

  private Optional<byte[]> get(String path) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    for (int tries = 1; ; tries++) {
      try {
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == FOUND) {
          return Optional.of(answer.body());
        }
        if (NOT_FOUND.contains(answer.statusCode())) {
          return Optional.empty();
        }
        throw unreachable("status " + answer.statusCode() + " for " + request.uri());
      } catch (HttpTimeoutException e) {
        throw unreachable("no answer within " + PATIENCE.toSeconds() + " seconds");
      } catch (ConnectException e) {
        throw unreachable("no connection");
      } catch (IOException e) {
        // Servers that close each connection may do so while it is taken for the next request.
        if (tries == TRIES) {
          throw unreachable(Reason.of(e));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unreachable("interrupted");
      }
    }
  }

  private Failure unreachable(String why) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "can't read " + base + ": " + why,
        "see whether the address is right and the server can be reached");
  }

  @Override
  public byte[] read(String path) throws IOException {
    return get(path).orElseThrow(() -> new NoSuchFileException(path));
  }

  @Override
  public Optional<String> hash(String path) {
    return get(path).map(Disk::sha256);
  }

  @Override
  public Optional<Set<String>> files() {
    return Optional.empty();
  }

  @Override
  public List<String> special() {
    return List.of();
  }

  @Override
  public void close() {
    client.close();
  }
}

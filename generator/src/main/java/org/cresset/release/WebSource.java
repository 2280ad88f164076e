package org.cresset.release;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tree on a web server. What else lies there can't be seen. */
final class WebSource implements TreeSource {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
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

  private Optional<InputStream> open(String path) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() == FOUND) {
        return Optional.of(answer.body());
      }
      answer.body().close();
      if (NOT_FOUND.contains(answer.statusCode())) {
        return Optional.empty();
      }
      throw new IOException("status " + answer.statusCode() + " for " + base.resolve(path));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    try (InputStream in = open(path).orElseThrow(() -> new NoSuchFileException(path))) {
      return in.readAllBytes();
    }
  }

  @Override
  public Optional<String> hash(String path) throws IOException {
    Optional<InputStream> found = open(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(Disk.sha256(in));
    }
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

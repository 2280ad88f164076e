package org.cresset.preview;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cresset.problem.Failure;

/** The running preview: a server on 127.0.0.1 and a watcher of the folders. */
public final class Preview implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final States states;
  private final Events events = new Events();
  private final Watcher watcher;

  private Preview(HttpServer server, PreviewEditions editions, List<Path> watched) {
    this.server = server;
    this.states = new States(editions);
    Tools tools = new Tools(states, events);
    HttpContext context = server.createContext("/", exchange -> handle(exchange, tools));
    context.getFilters().add(new Guard());
    server.setExecutor(threads);
    this.watcher = Watcher.start(watched, this::refresh);
  }

  /**
   * Starts.
   *
   * @param watched the folders whose changes bring the pages up to date
   * @param port 0 for any that is free
   * @throws Failure ENVIRONMENT if the port is taken or the folders can't be watched
   */
  public static Preview start(PreviewEditions editions, List<Path> watched, int port) {
    Preview preview = new Preview(loopback(port), editions, watched);
    preview.server.start();
    return preview;
  }

  /** A server that nobody outside this machine can reach; not started yet. */
  static HttpServer loopback(int port) {
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      return HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "port " + port + " on 127.0.0.1 can't be used: " + e.getMessage(),
          "end the program that uses it, or choose another port",
          e);
    }
  }

  /** Where to point the browser. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Reads the files again and tells the open pages, as after a change. */
  public void refresh() {
    states.refresh();
    events.changed();
  }

  private void handle(HttpExchange exchange, Tools tools) throws IOException {
    try {
      if (exchange.getRequestURI().getPath().startsWith("/_preview")) {
        tools.serve(exchange);
      } else {
        SiteHandler.serve(exchange, states.get(tools.edition(exchange)));
      }
    } catch (RuntimeException e) {
      // A page that can't be made is the author's to see, template errors above all.
      Answer.text(exchange, 500, "This page could not be made: " + e + "\n");
    }
  }

  @Override
  public void close() {
    watcher.close();
    events.end();
    server.stop(0);
    threads.shutdownNow();
  }
}

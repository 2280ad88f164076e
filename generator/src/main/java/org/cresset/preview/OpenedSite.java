package org.cresset.preview;

import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A finished site out of a sealed file, served on 127.0.0.1 from memory as it is. */
public final class OpenedSite implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private OpenedSite(HttpServer server, SortedMap<String, Supplier<byte[]>> files) {
    this.server = server;
    server
        .createContext("/", e -> SiteHandler.serve(e, files, UnaryOperator.identity()))
        .getFilters()
        .add(new Guard());
    server.setExecutor(threads);
  }

  /**
   * Starts.
   *
   * @param files by path from the root of the site
   * @param port 0 for any that is free
   * @throws org.cresset.problem.Failure ENVIRONMENT if the port is taken
   */
  public static OpenedSite start(SortedMap<String, byte[]> files, int port) {
    SortedMap<String, Supplier<byte[]>> served = new TreeMap<>();
    files.forEach((path, content) -> served.put(path, () -> content));
    OpenedSite site = new OpenedSite(Preview.loopback(port), served);
    site.server.start();
    return site;
  }

  /** Where to point the browser. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

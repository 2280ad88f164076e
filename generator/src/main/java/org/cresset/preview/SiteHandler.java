package org.cresset.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers with the files of an edition; pages get the script that keeps them up to date. */
final class SiteHandler {
  private static final String LIVE =
      "<link rel=\"stylesheet\" href=\"/_preview/live.css\">\n"
          + "<script src=\"/_preview/live.js\" data-state=\"@STATE@\" defer></script>\n";
  private static final String NONE =
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          + "<title>Not found</title>\n</head>\n<body>\n<main>\n<h1>Not found</h1>\n"
          + "<p>This edition has no such page. <a href=\"/\">To its first page</a></p>\n"
          + "</main>\n</body>\n</html>\n";

  private SiteHandler() {}

  static void serve(HttpExchange exchange, States.Served served) throws IOException {
    serve(exchange, served.state().files(), page -> live(page, served.number()));
  }

  /**
   * @param page makes of a page what is sent
   */
  static void serve(
      HttpExchange exchange, SortedMap<String, Supplier<byte[]>> files, UnaryOperator<byte[]> page)
      throws IOException {
    String path = exchange.getRequestURI().getPath().substring(1);
    if (path.isEmpty() || path.endsWith("/")) {
      path += "index.html";
    }
    if (!files.containsKey(path) && files.containsKey(path + "/index.html")) {
      Answer.redirect(exchange, exchange.getRequestURI().getRawPath() + "/");
      return;
    }
    @Nullable Supplier<byte[]> file = files.get(path);
    if (file != null) {
      answer(exchange, 200, path, file.get(), page);
      return;
    }
    @Nullable Supplier<byte[]> notFound = files.get("404.html");
    byte[] none = notFound == null ? NONE.getBytes(StandardCharsets.UTF_8) : notFound.get();
    answer(exchange, 404, "404.html", none, page);
  }

  private static void answer(
      HttpExchange exchange, int status, String path, byte[] content, UnaryOperator<byte[]> page)
      throws IOException {
    byte[] body = path.endsWith(".html") ? page.apply(content) : content;
    Answer.bytes(exchange, status, ContentTypes.of(path), body);
  }

  /** The page with our script at the end of its head, or in front where it has none. */
  private static byte[] live(byte[] page, long number) {
    String html = new String(page, StandardCharsets.UTF_8);
    String script = LIVE.replace("@STATE@", Long.toString(number));
    int head = html.indexOf("</head>");
    String result =
        head < 0 ? script + html : html.substring(0, head) + script + html.substring(head);
    return result.getBytes(StandardCharsets.UTF_8);
  }
}

package org.cresset.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Tells the open pages when something has changed (server-sent events, HTML Standard 9.2). */
final class Events {
  private static final String CHANGED = "event: changed\ndata: 1\n\n";
  private static final String ALIVE = ": alive\n\n";
  private static final String END = "";

  private final Set<BlockingQueue<String>> listeners = ConcurrentHashMap.newKeySet();

  /** Holds the connection until the page closes it or the preview ends. */
  void serve(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    // One waiting message is enough: it says that something changed, not what.
    BlockingQueue<String> queue = new ArrayBlockingQueue<>(2);
    listeners.add(queue);
    try (OutputStream out = exchange.getResponseBody()) {
      send(out, "retry: 1000\n\n");
      while (true) {
        String message = queue.poll(10, TimeUnit.SECONDS);
        if (message != null && message.isEmpty()) {
          return;
        }
        send(out, message == null ? ALIVE : message);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(queue);
      exchange.close();
    }
  }

  void changed() {
    tell(CHANGED);
  }

  void end() {
    listeners.forEach(BlockingQueue::clear);
    tell(END);
  }

  private void tell(String message) {
    for (BlockingQueue<String> queue : listeners) {
      // A full queue has the same message in it already.
      queue.offer(message);
    }
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}

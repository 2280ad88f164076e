package org.cresset.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.json.Json;
import org.cresset.problem.ProblemJson;

/** What lies below {@code /_preview/}: the switch of editions, the problems, the live script. */
final class Tools {
  private static final String COOKIE = "cresset-edition";
  private static final String CHOICE = "edition=";

  private final States states;
  private final Events events;

  Tools(States states, Events events) {
    this.states = states;
    this.events = events;
  }

  /** The edition that this browser has chosen, or the first. */
  String edition(HttpExchange exchange) {
    List<String> cookies = exchange.getRequestHeaders().getOrDefault("Cookie", List.of());
    for (String cookie : String.join(";", cookies).split(";")) {
      String[] parts = cookie.strip().split("=", 2);
      if (parts.length == 2 && parts[0].equals(COOKIE) && states.names().contains(parts[1])) {
        return parts[1];
      }
    }
    return states.names().getFirst();
  }

  void serve(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case "/_preview" -> Answer.redirect(exchange, "/_preview/");
      case "/_preview/" -> choose(exchange);
      case "/_preview/events" -> events.serve(exchange);
      case "/_preview/state.json" -> state(exchange);
      case "/_preview/live.js" -> resource(exchange, "live.js");
      case "/_preview/live.css" -> resource(exchange, "live.css");
      default -> Answer.text(exchange, 404, "There is no such tool.\n");
    }
  }

  private void choose(HttpExchange exchange) throws IOException {
    Optional<String> query = Optional.ofNullable(exchange.getRequestURI().getRawQuery());
    Optional<String> chosen =
        query
            .filter(q -> q.startsWith(CHOICE))
            .map(q -> URLDecoder.decode(q.substring(CHOICE.length()), StandardCharsets.UTF_8))
            .filter(states.names()::contains);
    if (chosen.isPresent()) {
      String cookie = COOKIE + "=" + chosen.get() + "; Path=/; SameSite=Strict; HttpOnly";
      exchange.getResponseHeaders().set("Set-Cookie", cookie);
      Answer.redirect(exchange, "/");
      return;
    }
    byte[] page = SwitchPage.html(states.names(), edition(exchange));
    Answer.bytes(exchange, 200, ContentTypes.of("index.html"), page);
  }

  private void state(HttpExchange exchange) throws IOException {
    String edition = edition(exchange);
    States.Served served = states.get(edition);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("edition", edition);
    state.put("assets", Assets.digest(served.state()));
    state.put("trouble", served.trouble());
    String problems = ProblemJson.of(served.state().problems()).strip();
    String head = Json.compact(state);
    String json = head.substring(0, head.length() - 1) + ",\"problems\":" + problems + "}\n";
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    Answer.bytes(exchange, 200, ContentTypes.of("state.json"), body);
  }

  private static void resource(HttpExchange exchange, String name) throws IOException {
    try (InputStream in = Tools.class.getResourceAsStream("/preview/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      Answer.bytes(exchange, 200, ContentTypes.of(name), in.readAllBytes());
    }
  }
}

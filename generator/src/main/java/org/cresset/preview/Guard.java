package org.cresset.preview;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets only the author's own browser tab in. A name that some other site has pointed at 127.0.0.1
 * is refused (DNS rebinding), and so is what a page of another site loads from here: the search
 * index is made of scripts, which any page could otherwise include.
 */
final class Guard extends Filter {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
          + " manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types cresset";
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  @Override
  public String description() {
    return "only the author's own browser";
  }

  @Override
  public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
    protect(exchange.getResponseHeaders());
    Headers asked = exchange.getRequestHeaders();
    int port = exchange.getLocalAddress().getPort();
    if (!isOwnName(asked.getFirst("Host"), port)) {
      Answer.text(exchange, 421, "This preview answers to 127.0.0.1 and localhost only.\n");
    } else if (!METHODS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
      Answer.text(exchange, 405, "The preview can only be read.\n");
    } else if (isForeign(asked)) {
      Answer.text(exchange, 403, "Another site may not load parts of this preview.\n");
    } else {
      chain.doFilter(exchange);
    }
  }

  private static void protect(Headers headers) {
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
  }

  private static boolean isOwnName(@Nullable String host, int port) {
    return ("127.0.0.1:" + port).equals(host) || ("localhost:" + port).equals(host);
  }

  /** What browsers say of a request's origin (Fetch Metadata); other programs say nothing. */
  private static boolean isForeign(Headers asked) {
    String site = asked.getFirst("Sec-Fetch-Site");
    boolean own = site == null || site.equals("same-origin") || site.equals("none");
    boolean followed =
        "navigate".equals(asked.getFirst("Sec-Fetch-Mode"))
            && "document".equals(asked.getFirst("Sec-Fetch-Dest"));
    return !own && !followed;
  }
}

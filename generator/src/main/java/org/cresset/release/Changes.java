package org.cresset.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is different in a tree that is to be signed: what matters most first. All is read from the
 * bytes that would be signed, nothing is believed of whoever built them.
 */
final class Changes {
  private static final Pattern MARKING =
      Pattern.compile("<span class=\"classification\">([^<]+)</span>");
  private static final String NONE = "none";

  private final SortedMap<String, String> before;
  private final SortedMap<String, String> now = new TreeMap<>();
  private final Optional<Path> old;
  private final Path tree;
  private final Request request;

  Changes(Optional<PreviousRelease> previous, Unsigned unsigned) throws IOException {
    this.tree = unsigned.tree();
    this.request = unsigned.request();
    this.old = previous.map(PreviousRelease::tree);
    this.before =
        new TreeMap<>(
            previous.map(p -> (Map<String, String>) p.manifest().files()).orElse(Map.of()));
    before.keySet().removeIf(p -> SitePath.chain(p) || signature(p));
    for (String path : unsigned.files()) {
      now.put(path, Disk.sha256(tree.resolve(path)));
    }
  }

  private boolean signature(String path) {
    return request.clearsign().containsKey(path)
        || (path.endsWith(".asc") && before.containsKey(path.substring(0, path.length() - 4)));
  }

  /** One line each; empty where nothing but the time of validity changes. */
  List<String> lines() throws IOException {
    List<String> markings = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String path : all()) {
      String was = before.getOrDefault(path, "");
      String is = now.getOrDefault(path, "");
      if (was.equals(is)) {
        continue;
      }
      String what = was.isEmpty() ? "added" : is.isEmpty() ? "removed" : "changed";
      String from = was.isEmpty() ? NONE : marking(old.orElseThrow().resolve(path));
      String to = is.isEmpty() ? NONE : marking(tree.resolve(path));
      if (!was.isEmpty() && !is.isEmpty() && !from.equals(to)) {
        markings.add("CLASSIFICATION " + from + " -> " + to + ": " + path);
      } else if (path.startsWith("keys/")) {
        keys.add("KEY " + what + ": " + path);
      } else {
        String shown = is.isEmpty() ? from : to;
        others.add(what + (shown.equals(NONE) ? "" : " (" + shown + ")") + ": " + path);
      }
    }
    request.nextSigner().ifPresent(n -> keys.addFirst("KEY announced: " + n));
    List<String> lines = new ArrayList<>(markings);
    lines.addAll(keys);
    others.stream().sorted().forEach(lines::add);
    return lines;
  }

  private List<String> all() {
    SortedMap<String, String> all = new TreeMap<>(before);
    all.putAll(now);
    return List.copyOf(all.keySet());
  }

  private static String marking(Path page) throws IOException {
    if (!page.toString().endsWith(".html")) {
      return NONE;
    }
    Matcher m = MARKING.matcher(Files.readString(page, StandardCharsets.UTF_8));
    return m.find() ? m.group(1) : NONE;
  }
}

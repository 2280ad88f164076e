package org.cresset.release;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code SHA256SUMS}: what a release is (release format, Manifest).
 *
 * @param site the site's address, the same for every edition
 * @param release counts the states of this edition, from 1
 * @param date the newest date of what is visible
 * @param validUntil when a reader should look for a newer one
 * @param previous SHA-256 of the release before, its {@code SHA256SUMS}; empty for the first
 * @param signer fingerprint of the primary key
 * @param nextSigner fingerprint, when a change of keys is announced
 * @param historyRestarted release from which the history repository starts anew
 * @param files SHA-256, 64 digits in lower case, by path; without the manifest itself
 */
public record Manifest(
    String site,
    String edition,
    int release,
    Instant date,
    Instant validUntil,
    Optional<String> previous,
    String signer,
    Optional<String> nextSigner,
    Optional<Integer> historyRestarted,
    SortedMap<String, String> files) {

  /** Its name in the tree, and its signature's. */
  public static final String NAME = "SHA256SUMS";

  public static final String SIGNATURE = NAME + ".asc";
  private static final int HASH = 64;

  public Manifest {
    files = Collections.unmodifiableSortedMap(files);
  }

  /** As it is written and signed. */
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(files.size() * 120 + 500);
    line(out, "cresset-manifest", "1");
    line(out, "site", site);
    line(out, "edition", edition);
    line(out, "release", Integer.toString(release));
    line(out, "date", date.truncatedTo(ChronoUnit.SECONDS).toString());
    line(out, "valid-until", validUntil.truncatedTo(ChronoUnit.SECONDS).toString());
    line(out, "previous", previous.orElse("none"));
    line(out, "signer", signer);
    nextSigner.ifPresent(n -> line(out, "next-signer", n));
    historyRestarted.ifPresent(n -> line(out, "history-restarted", n.toString()));
    files.forEach((path, hash) -> out.append(hash).append("  ").append(path).append('\n'));
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder out, String key, String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("a manifest's " + key + " is one line: " + value);
    }
    out.append("# ").append(key).append(": ").append(value).append('\n');
  }

  /** Whether it lists the same content: all paths and hashes but the chain's. */
  public boolean sameContent(Map<String, String> other) {
    return holds(files, other) && holds(other, files);
  }

  /** Whether one has all of the other's content; that is told by the first that it has not. */
  private static boolean holds(Map<String, String> one, Map<String, String> other) {
    return other.entrySet().stream()
        .allMatch(f -> SitePath.chain(f.getKey()) || f.getValue().equals(one.get(f.getKey())));
  }

  /**
   * Reads one, strictly: in the form in which {@link #bytes} writes it, unknown {@code #} lines
   * allowed.
   *
   * @throws IllegalArgumentException saying what is wrong, if it is none
   */
  public static Manifest parse(byte[] bytes) {
    if (bytes.length == 0 || bytes[bytes.length - 1] != '\n') {
      throw notLines();
    }
    Map<String, String> head = new TreeMap<>();
    SortedMap<String, String> files = new TreeMap<>(SitePath.ORDER);
    String last = "";
    for (int start = 0, end; start < bytes.length; start = end + 1) {
      end = end(bytes, start);
      if (bytes[start] == '#') {
        head(text(bytes, start, end), head);
      } else {
        last = file(bytes, start, end, last, files);
      }
    }
    noTwins(files);
    if (!"1".equals(head.get("cresset-manifest"))) {
      throw new IllegalArgumentException("not a manifest of version 1");
    }
    return of(new Head(head), files);
  }

  private static Manifest of(Head head, SortedMap<String, String> files) {
    try {
      return new Manifest(
          head.must("site"),
          head.must("edition"),
          head.number("release").orElseThrow(() -> Head.missing("release")),
          Instant.parse(head.must("date")),
          Instant.parse(head.must("valid-until")),
          Optional.of(head.must("previous")).filter(p -> !p.equals("none")),
          head.must("signer"),
          head.may("next-signer"),
          head.number("history-restarted"),
          files);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time that is none: " + e.getMessage(), e);
    }
  }

  private static void head(String line, Map<String, String> head) {
    int colon = line.indexOf(": ");
    if (line.startsWith("# ") && colon > 0) {
      String key = line.substring(2, colon);
      if (head.putIfAbsent(key, line.substring(colon + 2)) != null) {
        throw new IllegalArgumentException("says twice: " + key);
      }
    }
  }

  private static IllegalArgumentException notLines() {
    return new IllegalArgumentException("not lines that end with LF");
  }

  private static int end(byte[] bytes, int start) {
    int end = start;
    for (; bytes[end] != '\n'; end++) {
      if (bytes[end] == '\r') {
        throw notLines();
      }
    }
    return end;
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Takes the line of a file, which comes after the last one, and returns its path. */
  private static String file(
      byte[] bytes, int start, int end, String last, SortedMap<String, String> files) {
    int name = start + HASH + 2;
    if (name >= end || bytes[name - 1] != ' ' || bytes[name - 2] != ' ' || !hex(bytes, start)) {
      throw new IllegalArgumentException("not a hash and a path: " + text(bytes, start, end));
    }
    String path = text(bytes, name, end);
    if (!SitePath.fits(path)) {
      throw new IllegalArgumentException("not a path of a site: " + path);
    }
    if (SitePath.ORDER.compare(last, path) >= 0) {
      throw new IllegalArgumentException("not in order, or twice: " + path);
    }
    files.put(path, text(bytes, start, start + HASH));
    return path;
  }

  private static boolean hex(byte[] bytes, int start) {
    for (int i = start; i < start + HASH; i++) {
      byte c = bytes[i];
      if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
        return false;
      }
    }
    return true;
  }

  /** No path is also a folder of another; by the alphabet none differ only in case. */
  private static void noTwins(SortedMap<String, String> files) {
    String last = "";
    for (String path : files.keySet()) {
      String folder = folder(path);
      // Most files lie beside the one before them.
      while (!folder.isEmpty() && !isIn(folder, last)) {
        if (files.containsKey(folder)) {
          throw new IllegalArgumentException("both a file and a folder: " + folder);
        }
        folder = folder(folder);
      }
      last = path;
    }
  }

  private static boolean isIn(String folder, String path) {
    return path.length() > folder.length()
        && path.charAt(folder.length()) == '/'
        && path.startsWith(folder);
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private record Head(Map<String, String> values) {
    String must(String key) {
      return may(key).orElseThrow(() -> missing(key));
    }

    Optional<String> may(String key) {
      return Optional.ofNullable(values.get(key));
    }

    Optional<Integer> number(String key) {
      try {
        return may(key).map(Integer::valueOf).filter(n -> n > 0);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("not a number: " + key, e);
      }
    }

    static IllegalArgumentException missing(String key) {
      return new IllegalArgumentException("does not say its " + key);
    }
  }
}

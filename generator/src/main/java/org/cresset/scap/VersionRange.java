package org.cresset.scap;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some versions of a product: one ({@code 4.2.7}), all ({@code *}), those between bounds ({@code
 * >=4.0 <4.2.7}), or a version range specifier ({@code vers:npm/>=4.0|<4.2.7}).
 *
 * @param text as written
 * @param spans in ascending order
 * @param except versions that lie in a span and do not belong to it
 */
public record VersionRange(String text, List<Span> spans, List<String> except) {
  /** From one version to another; an open end where there is none. */
  public record Span(Optional<Bound> from, Optional<Bound> to) {
    /** The one version that it is, if it is one. */
    Optional<String> single() {
      boolean same = from.isPresent() && from.equals(to) && from.get().inclusive();
      return same ? from.map(Bound::version) : Optional.empty();
    }

    boolean isEmpty() {
      if (from.isEmpty() || to.isEmpty()) {
        return false;
      }
      int order = VersionOrder.INSTANCE.compare(from.get().version(), to.get().version());
      return order > 0 || (order == 0 && !(from.get().inclusive() && to.get().inclusive()));
    }

    Span and(Span other) {
      return new Span(higher(from, other.from, 1), higher(to, other.to, -1));
    }

    /** The stricter of two bounds: the later one (1) or the earlier one (-1). */
    private static Optional<Bound> higher(Optional<Bound> a, Optional<Bound> b, int sign) {
      if (a.isEmpty() || b.isEmpty()) {
        return a.or(() -> b);
      }
      int order = sign * VersionOrder.INSTANCE.compare(a.get().version(), b.get().version());
      return order > 0 || (order == 0 && !a.get().inclusive()) ? a : b;
    }
  }

  /** An end of a span. */
  public record Bound(String version, boolean inclusive) {}

  /**
   * Reads what an author wrote.
   *
   * @throws IllegalArgumentException if it is no range; the message says why
   */
  public static VersionRange of(String text) {
    return new RangeReader(text).read();
  }

  /** The one version that is meant, if it is one. */
  public Optional<String> single() {
    return spans.size() == 1 ? spans.getFirst().single() : Optional.empty();
  }

  public boolean isAll() {
    return spans.equals(List.of(new Span(Optional.empty(), Optional.empty()))) && except.isEmpty();
  }

  /** Whether a version is one of these. */
  public boolean contains(String version) {
    Optional<Bound> bound = Optional.of(new Bound(version, true));
    Span one = new Span(bound, bound);
    return spans.stream().anyMatch(s -> !s.and(one).isEmpty())
        && except.stream().noneMatch(e -> VersionOrder.INSTANCE.compare(e, version) == 0);
  }

  /** Whether a version can be one of both. */
  public boolean overlaps(VersionRange other) {
    for (Span a : spans) {
      for (Span b : other.spans) {
        Span both = a.and(b);
        boolean excepted =
            both.single().isPresent()
                && !(contains(both.single().get()) && other.contains(both.single().get()));
        if (!both.isEmpty() && !excepted) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * As a version range specifier, such as {@code vers:generic/>=4.0|<4.2.7}.
   *
   * @param type the scheme by which versions are ordered; what the author wrote as a specifier
   *     stays
   */
  public String vers(String type) {
    if (text.startsWith("vers:")) {
      return text;
    }
    if (isAll()) {
      return "vers:" + type + "/*";
    }
    List<String> all = new ArrayList<>();
    for (Span span : spans) {
      List<String> excepted =
          except.stream().sorted(VersionOrder.INSTANCE).map(v -> "!=" + quote(v)).toList();
      Stream.of(
              span.single().map(VersionRange::quote).stream(),
              lower(span).stream(),
              excepted.stream(),
              upper(span).stream())
          .flatMap(s -> s)
          .forEach(all::add);
    }
    return "vers:" + type + "/" + all.stream().collect(Collectors.joining("|"));
  }

  private static Optional<String> lower(Span span) {
    return span.single().isPresent()
        ? Optional.empty()
        : span.from().map(b -> (b.inclusive() ? ">=" : ">") + quote(b.version()));
  }

  private static Optional<String> upper(Span span) {
    return span.single().isPresent()
        ? Optional.empty()
        : span.to().map(b -> (b.inclusive() ? "<=" : "<") + quote(b.version()));
  }

  private static String quote(String version) {
    return URLEncoder.encode(version, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2B", "+")
        .replace("%7E", "~");
  }
}

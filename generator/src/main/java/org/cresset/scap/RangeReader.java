package org.cresset.scap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.scap.VersionRange.Bound;
import org.cresset.scap.VersionRange.Span;

/** Reads version ranges. */
final class RangeReader {
  private static final Pattern VERS = Pattern.compile("vers:([a-z][a-z0-9.+-]*)/(.+)");
  private static final Pattern TERM = Pattern.compile("(>=|<=|!=|>|<|=)?\\s*([^\\s<>=!|,]+)");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i).*\\b(all|after|before|below|earlier|later|newer|older|prior|through|until|versions?)\\b.*");
  private static final Span ALL = new Span(Optional.empty(), Optional.empty());

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final List<String> except = new ArrayList<>();

  RangeReader(String text) {
    this.text = text.strip();
  }

  VersionRange read() {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("no version");
    }
    Matcher vers = VERS.matcher(text);
    if (vers.matches()) {
      specifier(vers.group(2));
    } else if (text.startsWith("vers:")) {
      throw new IllegalArgumentException("'vers:' without a type and versions after a slash");
    } else if (text.equals("*")) {
      spans.add(ALL);
    } else if (WORDS.matcher(text).matches()) {
      throw new IllegalArgumentException("words in place of bounds");
    } else if (!text.matches(".*[<>=|].*")) {
      spans.add(one(text));
    } else {
      bounds();
    }
    if (spans.stream().anyMatch(Span::isEmpty)) {
      throw new IllegalArgumentException("no version can be in it: its bounds exclude each other");
    }
    return new VersionRange(text, List.copyOf(spans), List.copyOf(except));
  }

  /** Bounds that all hold: {@code >=4.0 <4.2.7}. */
  private void bounds() {
    Span span = ALL;
    for (Term term : terms(text.replaceAll("\\s+", " "), "[\\s,]*")) {
      if (term.operator.equals("!=")) {
        except.add(term.version);
      } else if (term.operator.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + term.version + "' without an operator beside others");
      } else {
        span = span.and(term.span());
      }
    }
    spans.add(span);
  }

  /**
   * A specifier: single versions, and bounds that make pairs from below to above, in ascending
   * order.
   */
  private void specifier(String constraints) {
    if (constraints.equals("*")) {
      spans.add(ALL);
      return;
    }
    Optional<Bound> from = Optional.empty();
    boolean open = false;
    boolean first = true;
    String last = "";
    for (String constraint : Arrays.asList(constraints.split("\\|", -1))) {
      List<Term> terms = terms(constraint, "");
      if (terms.size() != 1) {
        throw new IllegalArgumentException("'" + constraint + "' is no version with an operator");
      }
      Term term = terms.getFirst().decoded();
      if (!last.isEmpty() && VersionOrder.INSTANCE.compare(last, term.version) >= 0) {
        throw new IllegalArgumentException(last + " does not come before " + term.version);
      }
      last = term.version;
      switch (term.operator) {
        case "!=" -> except.add(term.version);
        case "", "=" -> spans.add(one(term.version));
        case ">", ">=" -> {
          if (open) {
            throw new IllegalArgumentException("two lower bounds without an upper one between");
          }
          from = term.span().from();
          open = true;
        }
        default -> {
          if (!open && !first) {
            throw new IllegalArgumentException("two upper bounds without a lower one between");
          }
          spans.add(new Span(from, term.span().to()));
          from = Optional.empty();
          open = false;
        }
      }
      first = first && !term.operator.startsWith("<") && !term.operator.startsWith(">");
    }
    if (open) {
      spans.add(new Span(from, Optional.empty()));
    } else if (spans.isEmpty()) {
      spans.add(ALL);
    }
  }

  private static List<Term> terms(String text, String between) {
    List<Term> terms = new ArrayList<>();
    Matcher term = TERM.matcher(text);
    int end = 0;
    while (term.find()) {
      if (!text.substring(end, term.start()).matches(between)) {
        break;
      }
      terms.add(new Term(Optional.ofNullable(term.group(1)).orElse(""), term.group(2)));
      end = term.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("'" + text.substring(end).strip() + "' is no bound");
    }
    return terms;
  }

  private static Span one(String version) {
    Optional<Bound> bound = Optional.of(new Bound(version, true));
    return new Span(bound, bound);
  }

  private record Term(String operator, String version) {
    Term decoded() {
      return new Term(
          operator, URLDecoder.decode(version.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    Span span() {
      Optional<Bound> bound = Optional.of(new Bound(version, operator.endsWith("=")));
      return switch (operator.substring(0, 1)) {
        case "<" -> new Span(Optional.empty(), bound);
        case ">" -> new Span(bound, Optional.empty());
        default -> new Span(bound, bound);
      };
    }
  }
}

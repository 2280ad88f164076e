package org.cresset.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cresset.problem.Visible;

/** Front matter of texts, lists and maps, written so that YAML can read nothing else into it. */
final class YamlText {
  private static final int WIDTH = 100;
  private static final Pattern PLAIN =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9._/@+()-]| (?![#\\s])(?=\\S))*|\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z");

  private YamlText() {}

  static String of(Map<String, Object> map) {
    StringBuilder out = new StringBuilder();
    block(out, map, 0);
    return out.toString();
  }

  private static void block(StringBuilder out, Map<?, ?> map, int indent) {
    boolean first = true;
    for (Map.Entry<?, ?> e : map.entrySet()) {
      out.append(first && indent > 0 ? "" : " ".repeat(indent)).append(e.getKey()).append(':');
      value(out, e.getValue(), indent + 2);
      first = false;
    }
  }

  private static void value(StringBuilder out, Object value, int indent) {
    String flow = flow(value);
    boolean literal = value instanceof String s && isLiteral(s);
    if (literal) {
      out.append(" |-\n");
      value
          .toString()
          .lines()
          .forEach(l -> out.append(l.isEmpty() ? "" : " ".repeat(indent)).append(l).append('\n'));
    } else if (value instanceof List<?> list
        && !list.isEmpty()
        && (flow.length() > WIDTH || list.size() > 1 && list.getFirst() instanceof Map)) {
      out.append('\n');
      list.forEach(item -> item(out, item, indent));
    } else if (value instanceof Map<?, ?> map && flow.length() > WIDTH) {
      out.append('\n').append(" ".repeat(indent));
      block(out, map, indent);
    } else {
      out.append(' ').append(flow).append('\n');
    }
  }

  private static void item(StringBuilder out, Object item, int indent) {
    String flow = flow(item);
    out.append(" ".repeat(indent)).append("- ");
    if (item instanceof Map<?, ?> map
        && (flow.length() > WIDTH
            || map.values().stream().anyMatch(v -> v instanceof String s && isLiteral(s)))) {
      block(out, map, indent + 2);
    } else {
      out.append(flow).append('\n');
    }
  }

  private static String flow(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> e.getKey() + ": " + flow(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> scalar(value.toString());
    };
  }

  private static String scalar(String text) {
    return PLAIN.matcher(text).matches() ? text : quoted(text);
  }

  /** YAML 1.2.2, section 7.3.1. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
          } else if (c == '\n') {
            out.append("\\n");
          } else if (Visible.isUnsafe(c)) {
            out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08X" : "\\u%04X", c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append('"').toString();
  }

  /** Several lines that a literal block can hold (section 8.1.2). */
  private static boolean isLiteral(String text) {
    return text.contains("\n")
        && !text.startsWith(" ")
        && !text.startsWith("\n")
        && !text.endsWith("\n")
        && text.codePoints().noneMatch(c -> c != '\n' && Visible.isUnsafe(c));
  }
}

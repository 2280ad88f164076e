package org.cresset.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cresset.problem.Visible;

/** Text of others as Markdown that shows it as it is and can do nothing else. */
final class Prose {
  private static final int WIDTH = 100;
  private static final int LONGEST_WORD = 2_000;
  private static final Pattern ANYWHERE =
      Pattern.compile("[\\\\`*\\[\\]<|~]|(?<!\\w)_|_(?!\\w)|&(?=[#\\w])");
  private static final Pattern FIRST = Pattern.compile("^([-+=#>:!])|^(\\d{1,9})([.)])");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?|ftp)://[^\\s<>\"]+");

  private Prose() {}

  /** Plain text of several paragraphs. */
  static String paragraphs(String text) {
    List<String> out = new ArrayList<>();
    for (String paragraph : visible(text).strip().split("\\n\\s*\\n")) {
      List<String> lines = new ArrayList<>();
      for (String line : paragraph.split("\\n")) {
        lines.addAll(wrapped(line.strip()));
      }
      out.add(String.join("\n", lines));
    }
    return String.join("\n\n", out);
  }

  /** Plain text on one line, also for a cell of a table. */
  static String line(String text) {
    return escaped(cut(visible(text).strip().replaceAll("\\s+", " ")));
  }

  /** One line without markup, not longer than so many characters. */
  static String title(String text, int most) {
    String line = Visible.line(text.strip().replaceAll("\\s+", " ")).strip();
    if (line.length() <= most) {
      return line;
    }
    int blank = line.lastIndexOf(' ', most - 1);
    return line.substring(0, blank < most / 2 ? bounded(line, most - 1) : blank).strip() + "…";
  }

  /** The first sentence, as a title. */
  static String firstSentence(String text, int most) {
    String line = text.strip().replaceAll("\\s+", " ");
    return title(line.substring(0, sentence(line)), most);
  }

  /** In an address or an id such characters would deceive. */
  static boolean isPlain(String text) {
    return text.codePoints().noneMatch(Visible::isUnsafe);
  }

  /** Controls spelled out; line ends are LF. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
    lines
        .codePoints()
        .forEach(c -> {
          int type = Character.getType(c);
          boolean bad =
              c != '\n' && (type == Character.CONTROL || type == Character.SURROGATE)
                  || c >= 0xFDD0 && c <= 0xFDEF;
          out.append(bad ? Visible.line(Character.toString(c)) : Character.toString(c));
        });
    return out.toString();
  }

  private static int sentence(String line) {
    for (int i = 20; i < line.length() - 1; i++) {
      boolean end = line.charAt(i) == '.' && line.charAt(i + 1) == ' ';
      if (end
          && !line.substring(0, i).matches(".*\\b(\\w|Inc|Ltd|Corp|Co|Dr|Mr|Ms|St|vs|U\\.S|No)")) {
        return i;
      }
    }
    return line.endsWith(".") ? line.length() - 1 : line.length();
  }

  private static List<String> wrapped(String line) {
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String word : cut(line).split(" +")) {
      if (!current.isEmpty() && current.length() + word.length() >= WIDTH) {
        lines.add(first(escaped(current.toString())));
        current.setLength(0);
      }
      current.append(current.isEmpty() ? "" : " ").append(word);
    }
    lines.add(first(escaped(current.toString())));
    return lines;
  }

  /** Words longer than any line may be are cut into several. */
  private static String cut(String line) {
    if (line.length() <= LONGEST_WORD) {
      return line;
    }
    StringBuilder out = new StringBuilder();
    for (String word : line.split(" ")) {
      String left = word;
      while (left.length() > LONGEST_WORD) {
        int end = bounded(left, LONGEST_WORD);
        out.append(left, 0, end).append(' ');
        left = left.substring(end);
      }
      out.append(left).append(' ');
    }
    return out.toString().strip();
  }

  /** That place, or one before where it would part a character. */
  private static int bounded(String text, int end) {
    return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
  }

  private static String escaped(String line) {
    return ANYWHERE
        .matcher(line)
        .replaceAll(m -> "\\\\" + java.util.regex.Matcher.quoteReplacement(m.group()));
  }

  private static String first(String line) {
    return FIRST
        .matcher(line)
        .replaceFirst(
            m -> m.group(1) != null ? "\\\\" + m.group(1) : m.group(2) + "\\\\" + m.group(3));
  }

  /** The addresses that a text names. */
  static List<String> addresses(String text) {
    return ADDRESS
        .matcher(text)
        .results()
        .map(r -> r.group().replaceAll("[.,;:)\\]]+$", ""))
        .distinct()
        .toList();
  }
}

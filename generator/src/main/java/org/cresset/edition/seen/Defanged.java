package org.cresset.edition.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms in which people write hostile names so that nobody follows them by accident. */
final class Defanged {
  private static final Pattern MARK =
      Pattern.compile(
          "(?i)\\[(?:\\.|dot|at|@|:|://)\\]|\\((?:\\.|dot|at)\\)|\\{\\.\\}|(?<![a-z])hxxps?(?=:)");
  private static final String BETWEEN_WORDS = " \t\n\r<>\"'`|";

  private static final Pattern DOT =
      Pattern.compile("(?i)\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|[\\[(]dot[\\])]");
  private static final Pattern AT = Pattern.compile("(?i)[\\[(](?:at|@)[\\])]");
  private static final Pattern HXXP = Pattern.compile("(?i)^hxxp(s?)(?=:|\\[)");
  private static final Pattern HOST = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)(.*)$");

  /** How a scheme begins that nobody is to follow. */
  static final String SCHEME = "hxxp";

  private static final List<String> MARKS =
      List.of("[.]", "(.)", "{.}", "[dot]", "(dot)", "[at]", "(at)", "[@]", "[:]", "[://]");

  private Defanged() {}

  /** Whether a sign or a word in brackets, which stands for a dot and the like, begins there. */
  static boolean isMark(String text, int at) {
    for (String mark : MARKS) {
      if (text.regionMatches(true, at, mark, 0, mark.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether such a scheme may be in a word. */
  static boolean hasScheme(String word) {
    int last = word.length() - SCHEME.length();
    for (int i = 0; i <= last; i++) {
      if (word.regionMatches(true, i, SCHEME, 0, SCHEME.length())) {
        return true;
      }
    }
    return false;
  }

  /** The words of a text that are written in such a form. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int end = 0;
    for (Matcher m = MARK.matcher(text); m.find(); ) {
      if (m.start() >= end) {
        int start = m.start();
        while (start > end && BETWEEN_WORDS.indexOf(text.charAt(start - 1)) < 0) {
          start--;
        }
        end = m.end();
        while (end < text.length() && BETWEEN_WORDS.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        words.add(text.substring(start, end));
      }
    }
    return words;
  }

  /** As the machine wrote it. */
  static String refang(String text) {
    if (text.indexOf('[') < 0
        && text.indexOf('(') < 0
        && !text.regionMatches(true, 0, "hxxp", 0, 4)
        && text.indexOf('{') < 0) {
      return text;
    }
    String dots = DOT.matcher(text).replaceAll(".");
    String ats = AT.matcher(dots).replaceAll("@").replace("[:]", ":").replace("[://]", "://");
    return HXXP.matcher(ats).replaceFirst("http$1");
  }

  /** A URL whose scheme and host are in lower case. */
  static String url(String url) {
    Matcher m = HOST.matcher(url);
    return m.matches() ? m.group(1).toLowerCase(Locale.ROOT) + m.group(2) : url;
  }
}

package org.cresset.edition.seen;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms in which people write hostile names so that nobody follows them by accident. */
final class Defanged {
  /** A word that is written in such a form. */
  static final Pattern WORD =
      Pattern.compile(
          "(?i)[^\\s<>\"'`]*(?:\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\)|\\[at\\]|\\(at\\)|\\[@\\]|\\[:\\]|\\bhxxps?:)[^\\s<>\"'`]*");

  private static final Pattern DOT =
      Pattern.compile("(?i)\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|[\\[(]dot[\\])]");
  private static final Pattern AT = Pattern.compile("(?i)[\\[(](?:at|@)[\\])]");
  private static final Pattern HXXP = Pattern.compile("(?i)^hxxp(s?)(?=:|\\[)");
  private static final Pattern HOST = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*)(.*)$");

  private Defanged() {}

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

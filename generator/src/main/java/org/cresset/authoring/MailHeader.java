package org.cresset.authoring;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.problem.Visible;

/** Subject and date of a stored mail (RFC 5322; encoded words as RFC 2047 has them). */
record MailHeader(Optional<String> subject, Optional<String> date) {
  private static final Pattern WORD =
      Pattern.compile(
          "=\\?([A-Za-z0-9_-]+)(?:\\*[^?]*)?\\?([BbQq])\\?([^?\\s]*)\\?=(?:\\s+(?==\\?))?");

  static MailHeader of(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    String head = text.split("\\r?\\n\\r?\\n", 2)[0].replaceAll("\\r?\\n[ \\t]+", " ");
    return new MailHeader(field(head, "Subject"), field(head, "Date"));
  }

  /** Such as {@code Mail "Queue grows", Sat, 3 Oct 2026 02:14:00 +0000}. */
  Optional<String> title() {
    return subject.map(s -> "Mail \"" + s + "\"" + date.map(d -> ", " + d).orElse(""));
  }

  private static Optional<String> field(String head, String name) {
    Matcher m = Pattern.compile("(?im)^" + name + ":[ \\t]*(.*)$").matcher(head);
    return m.find()
        ? Optional.of(visible(decoded(m.group(1).strip()))).filter(s -> !s.isEmpty())
        : Optional.empty();
  }

  private static String visible(String text) {
    return text.codePoints()
        .filter(c -> !Visible.isUnsafe(c))
        .limit(200)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String decoded(String text) {
    return WORD.matcher(text)
        .replaceAll(m -> {
          boolean known = Charset.isSupported(m.group(1));
          return Matcher.quoteReplacement(
              known
                  ? new String(bytes(m.group(2), m.group(3)), Charset.forName(m.group(1)))
                  : m.group());
        });
  }

  private static byte[] bytes(String encoding, String text) {
    if (encoding.equalsIgnoreCase("B")) {
      return Base64.getMimeDecoder().decode(text);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hex =
          c == '='
              && text.substring(i + 1, Math.min(text.length(), i + 3)).matches("[0-9A-Fa-f]{2}");
      out.write(hex ? Integer.parseInt(text, i + 1, i + 3, 16) : c == '_' ? ' ' : c);
      i += hex ? 2 : 0;
    }
    return out.toByteArray();
  }
}

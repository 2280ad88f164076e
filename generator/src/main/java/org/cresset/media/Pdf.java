package org.cresset.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * PDF (ISO 32000): who made it and when, metadata, files and programs inside. Compressed streams
 * are looked into; what can't be is refused.
 */
final class Pdf {
  private static final int LIMIT = 1 << 24;
  private static final Pattern KEY =
      Pattern.compile(
          "/(Author|Creator|Producer|CreationDate|ModDate|Keywords|Metadata|EmbeddedFiles?"
              + "|JavaScript|JS|Launch|Encrypt)(?![A-Za-z])");
  private static final Pattern ESCAPED = Pattern.compile("#([2-7][0-9A-Fa-f])");
  private static final Pattern STREAM = Pattern.compile("(?s)stream\r?\n(.*?)endstream");

  private Pdf() {}

  static SortedSet<String> hidden(byte[] content) {
    SortedSet<String> found = new TreeSet<>();
    String text = Bytes.text(content, 0, content.length);
    Matcher stream = STREAM.matcher(text);
    StringBuilder outside = new StringBuilder();
    int end = 0;
    while (stream.find()) {
      outside.append(text, end, stream.start());
      end = stream.end();
      byte[] raw = stream.group(1).getBytes(StandardCharsets.ISO_8859_1);
      String inside = inflated(raw);
      keys(inside, found);
      pictures(inside + stream.group(1), found);
    }
    keys(outside.append(text.substring(end)).toString(), found);
    return found;
  }

  private static void keys(String text, SortedSet<String> found) {
    String plain =
        ESCAPED
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    KEY.matcher(plain).results().forEach(m -> found.add("/" + m.group(1)));
  }

  private static void pictures(String text, SortedSet<String> found) {
    if (text.contains("Exif\0\0")) {
      found.add("a picture with EXIF");
    }
    if (text.contains("<x:xmpmeta") || text.contains("http://ns.adobe.com/xap/")) {
      found.add("XMP");
    }
  }

  private static String inflated(byte[] raw) {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(raw))) {
      byte[] plain = in.readNBytes(LIMIT);
      return Bytes.text(plain, 0, plain.length);
    } catch (IOException e) {
      // Not compressed so, such as a picture.
      return "";
    }
  }
}

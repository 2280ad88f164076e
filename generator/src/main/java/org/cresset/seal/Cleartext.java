package org.cresset.seal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cleartext signature framework (RFC 9580, section 7).
 *
 * @param signed the bytes under the signature: lines without trailing blanks, joined by CRLF
 * @param signature armoured
 */
public record Cleartext(byte[] signed, byte[] signature) {
  private static final String BEGIN = "-----BEGIN PGP SIGNED MESSAGE-----\n";
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n";

  /** What is signed of a text. */
  public static byte[] canonical(String text) {
    List<String> lines = new ArrayList<>();
    for (String line : body(text).split("\n", -1)) {
      lines.add(line.replaceAll("[ \t\r]+$", ""));
    }
    return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** The message to publish. */
  static String join(String text, String armouredSignature) {
    StringBuilder out = new StringBuilder(BEGIN).append("Hash: SHA512\n\n");
    for (String line : body(text).split("\n", -1)) {
      out.append(line.startsWith("-") || line.startsWith("From ") ? "- " : "")
          .append(line)
          .append('\n');
    }
    return out.append(armouredSignature).toString();
  }

  /** The parts of a message that is nothing but one signed text. */
  public static Optional<Cleartext> split(byte[] message) {
    String all = new String(message, StandardCharsets.UTF_8).replace("\r\n", "\n");
    int text = all.indexOf("\n\n") + 2;
    int end = all.indexOf("\n" + SIGNATURE);
    if (!all.startsWith(BEGIN) || text < 2 || end < text - 1 || !headersFit(all, text)) {
      return Optional.empty();
    }
    String body = end < text ? "" : all.substring(text, end);
    List<String> lines =
        Arrays.stream(body.split("\n", -1))
            .map(l -> l.startsWith("- ") ? l.substring(2) : l)
            .toList();
    return Optional.of(
        new Cleartext(
            canonical(String.join("\n", lines) + "\n"),
            all.substring(end + 1).getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean headersFit(String all, int text) {
    return all.substring(BEGIN.length(), text - 1)
        .lines()
        .allMatch(l -> l.matches("Hash: SHA(256|512)"));
  }

  /** The line ending before the signature is not part of the text. */
  private static String body(String text) {
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}

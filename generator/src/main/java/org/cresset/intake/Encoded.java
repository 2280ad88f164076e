package org.cresset.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Bytes that are
 * no characters are refused, never replaced.
 */
final class Encoded {
  private Encoded() {}

  static Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      return new InputStreamReader(in, charset(in).newDecoder());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** After the mark, if there is one. */
  private static Charset charset(InputStream in) throws IOException {
    in.mark(4);
    byte[] start = in.readNBytes(3);
    in.reset();
    if (starts(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return StandardCharsets.UTF_8;
    }
    boolean big = starts(start, 0xFE, 0xFF);
    if (big || starts(start, 0xFF, 0xFE)) {
      in.skipNBytes(2);
      return big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (start.length > 1 && (start[0] == 0 || start[1] == 0)) {
      throw new CharacterCodingException();
    }
    return StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  static String reason(UncheckedIOException e) {
    return e.getCause() instanceof IOException cause ? reason(cause) : "it can't be read";
  }

  /** Why a file can't be read, in words. */
  static String reason(IOException e) {
    if (e instanceof CharacterCodingException) {
      return "bytes that are no UTF-8 (and no UTF-16 with its mark); save it as UTF-8";
    }
    String text = String.valueOf(e.getMessage());
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is no such file"
        : "it can't be read: " + text;
  }
}

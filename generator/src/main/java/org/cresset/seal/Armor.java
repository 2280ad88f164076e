package org.cresset.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.bcpg.ArmoredInputStream;

/**
 * OpenPGP's text form of binary data (RFC 9580, section 6.2), always the same for the same bytes:
 * no headers, lines of 64 that end with LF.
 */
final class Armor {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});
  private static final int CRC_START = 0xB704CE;
  private static final int CRC_POLYNOMIAL = 0x1864CFB;

  private Armor() {}

  /**
   * @param type as in {@code BEGIN PGP <type>}
   */
  static String encode(String type, byte[] data) {
    return "-----BEGIN PGP "
        + type
        + "-----\n\n"
        + LINES.encodeToString(data)
        + "\n="
        + Base64.getEncoder().encodeToString(checksum(data))
        + "\n-----END PGP "
        + type
        + "-----\n";
  }

  /**
   * The bytes of a text that is exactly one armoured block of the type.
   *
   * @throws IOException if it is not, or its checksum is wrong
   */
  static byte[] decode(String type, byte[] text) throws IOException {
    String all = new String(text, StandardCharsets.US_ASCII).strip();
    String begin = "-----BEGIN PGP " + type + "-----";
    if (!all.startsWith(begin)
        || !all.endsWith("-----END PGP " + type + "-----")
        || all.indexOf("-----BEGIN", 1) >= 0) {
      throw new IOException("not one armoured block of the type " + type);
    }
    try (ArmoredInputStream in = new ArmoredInputStream(new ByteArrayInputStream(text))) {
      return in.readAllBytes();
    }
  }

  private static byte[] checksum(byte[] data) {
    int crc = CRC_START;
    for (byte b : data) {
      crc ^= (b & 0xff) << 16;
      for (int i = 0; i < 8; i++) {
        crc <<= 1;
        if ((crc & 0x1000000) != 0) {
          crc ^= CRC_POLYNOMIAL;
        }
      }
    }
    return new byte[] {(byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
  }
}

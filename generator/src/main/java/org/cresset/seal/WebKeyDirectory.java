package org.cresset.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGOutputStream;
import org.bouncycastle.bcpg.PacketFormat;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;

/** How mail programs find a key by an address (draft-koch-openpgp-webkey-service). */
public final class WebKeyDirectory {
  private static final String Z_BASE_32 = "ybndrfg8ejkmcpqxot1uwisza345h769";

  private WebKeyDirectory() {}

  /** Its name there: z-base-32 of the SHA-1 of the local part in lower case. */
  public static String name(String email) {
    String local = email.substring(0, email.lastIndexOf('@')).toLowerCase(Locale.ROOT);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(local.getBytes(StandardCharsets.UTF_8));
      return encode(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static String encode(byte[] data) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : data) {
      held = held << 8 | b & 0xff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        out.append(Z_BASE_32.charAt(held >> bits & 31));
      }
    }
    return out.toString();
  }

  /** The key with the user ids of one address alone, binary; empty where it has none. */
  public static Optional<byte[]> key(Certificate certificate, String email) {
    PGPPublicKey primary = certificate.ring().getPublicKey();
    boolean found = false;
    for (String id : userIds(primary)) {
      if (address(id).equalsIgnoreCase(email)) {
        found = true;
      } else {
        primary = PGPPublicKey.removeCertification(primary, id);
      }
    }
    return found
        ? Optional.of(encode(PGPPublicKeyRing.insertPublicKey(certificate.ring(), primary)))
        : Optional.empty();
  }

  /** With packet headers as gpg writes them. */
  private static byte[] encode(PGPPublicKeyRing ring) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BCPGOutputStream packets = new BCPGOutputStream(out, PacketFormat.LEGACY)) {
      ring.encode(packets);
    } catch (IOException e) {
      throw new IllegalStateException("a key that was read can be written", e);
    }
    return out.toByteArray();
  }

  private static List<String> userIds(PGPPublicKey key) {
    List<String> ids = new ArrayList<>();
    for (Iterator<String> all = key.getUserIDs(); all.hasNext(); ) {
      ids.add(all.next());
    }
    return ids;
  }

  private static String address(String userId) {
    int open = userId.lastIndexOf('<');
    return open >= 0 && userId.endsWith(">")
        ? userId.substring(open + 1, userId.length() - 1)
        : userId;
  }
}

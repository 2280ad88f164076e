package org.cresset.git;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Which blob a path had in a release, and the SHA-256 of the same content, kept beside the
 * repository so that unchanged files need not be read. A file that is absent, damaged or of another
 * commit counts as empty.
 */
final class KnownBlobs {
  private static final String FORMAT = "cresset-blobs-1";
  private static final int SUM = Long.BYTES;

  private final Map<String, Known> byPath = new HashMap<>();

  record Known(String sha256, Id blob) {}

  static KnownBlobs of(Map<String, FileRef> files, Map<String, Id> blobs) {
    KnownBlobs known = new KnownBlobs();
    blobs.forEach((path, blob) -> {
      FileRef file = files.get(path);
      if (file != null) {
        known.put(path, file.sha256(), blob);
      }
    });
    return known;
  }

  /** The blob of a path, if its content is still the same. */
  Optional<Id> blob(String path, String sha256) {
    Known known = byPath.get(path);
    return known != null && known.sha256().equals(sha256)
        ? Optional.of(known.blob())
        : Optional.empty();
  }

  private void put(String path, String sha256, Id blob) {
    byPath.put(path, new Known(sha256, blob));
  }

  Map<String, Id> blobs() {
    Map<String, Id> blobs = new HashMap<>();
    byPath.forEach((path, known) -> blobs.put(path, known.blob()));
    return blobs;
  }

  static KnownBlobs load(Path file, Id commit) {
    KnownBlobs known = new KnownBlobs();
    try {
      byte[] all = Files.readAllBytes(file);
      int length = all.length - SUM;
      if (length < 0 || ByteBuffer.wrap(all, length, SUM).getLong() != sum(all, length)) {
        return known;
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
      if (in.readUTF().equals(FORMAT) && in.readUTF().equals(commit.hex())) {
        for (int count = in.readInt(); count > 0; count--) {
          String path = in.readUTF();
          String sha256 = HexFormat.of().formatHex(in.readNBytes(32));
          known.put(path, sha256, new Id(in.readNBytes(Id.LENGTH)));
        }
      }
      return known;
    } catch (IOException e) {
      return new KnownBlobs();
    }
  }

  /** Where this fails, the next release only reads more. */
  void save(Path file, Id commit) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(FORMAT);
      out.writeUTF(commit.hex());
      out.writeInt(byPath.size());
      for (Map.Entry<String, Known> entry : byPath.entrySet()) {
        out.writeUTF(entry.getKey());
        out.write(HexFormat.of().parseHex(entry.getValue().sha256()));
        out.write(entry.getValue().blob().raw());
      }
      byte[] all = Arrays.copyOf(bytes.toByteArray(), bytes.size() + SUM);
      ByteBuffer.wrap(all, bytes.size(), SUM).putLong(sum(all, bytes.size()));
      Path target = file.toAbsolutePath();
      Files.createDirectories(java.util.Objects.requireNonNull(target.getParent()));
      Disk.write(target, all);
    } catch (IOException e) {
      return;
    }
  }

  private static long sum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}

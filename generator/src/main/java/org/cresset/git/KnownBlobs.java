package org.cresset.git;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Which blob each path of a release has, and the SHA-256 of the same content, so that unchanged
 * files need not be read.
 */
final class KnownBlobs {
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

  Collection<Id> blobs() {
    return byPath.values().stream().map(Known::blob).toList();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(byPath.size());
    for (Map.Entry<String, Known> entry : byPath.entrySet()) {
      out.writeUTF(entry.getKey());
      out.write(HexFormat.of().parseHex(entry.getValue().sha256()));
      out.write(entry.getValue().blob().raw());
    }
  }

  static KnownBlobs read(DataInputStream in) throws IOException {
    KnownBlobs known = new KnownBlobs();
    for (int count = in.readInt(); count > 0; count--) {
      String path = in.readUTF();
      String sha256 = HexFormat.of().formatHex(in.readNBytes(32));
      known.put(path, sha256, new Id(in.readNBytes(Id.LENGTH)));
    }
    return known;
  }
}

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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Keeps a {@link LastRelease} beside its repository. A file that is absent, damaged or of another
 * commit counts as none; one that can't be written costs only time.
 */
final class LastReleaseCache {
  private static final String FORMAT = "cresset-last-release-1";
  private static final int SUM = Long.BYTES;

  private LastReleaseCache() {}

  static Optional<LastRelease> load(Path file, Id commit) {
    try {
      byte[] all = Files.readAllBytes(file);
      int length = all.length - SUM;
      if (length < 0 || ByteBuffer.wrap(all, length, SUM).getLong() != sum(all, length)) {
        return Optional.empty();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
      return in.readUTF().equals(FORMAT) && id(in).equals(commit)
          ? Optional.of(read(in, commit))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static LastRelease read(DataInputStream in, Id commit) throws IOException {
    Id tree = id(in);
    Optional<Id> parent = in.readBoolean() ? Optional.of(id(in)) : Optional.empty();
    Set<Id> trees = new HashSet<>();
    for (int count = in.readInt(); count > 0; count--) {
      trees.add(id(in));
    }
    KnownBlobs known = KnownBlobs.read(in);
    return new LastRelease(
        Optional.of(commit), Optional.of(tree), parent, known, trees, Set.copyOf(known.blobs()));
  }

  private static Id id(DataInputStream in) throws IOException {
    return new Id(in.readNBytes(Id.LENGTH));
  }

  static void save(Path file, LastRelease last) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
      DataOutputStream out = new DataOutputStream(bytes);
      out.writeUTF(FORMAT);
      out.write(last.commit().orElseThrow().raw());
      out.write(last.tree().orElseThrow().raw());
      out.writeBoolean(last.parent().isPresent());
      out.write(last.parent().map(Id::raw).orElse(new byte[0]));
      out.writeInt(last.trees().size());
      for (Id tree : last.trees()) {
        out.write(tree.raw());
      }
      last.known().write(out);
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

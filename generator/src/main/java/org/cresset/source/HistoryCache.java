package org.cresset.source;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.cresset.git.CommitLog;

/**
 * Keeps what a walk found for the next run. A file that is absent, from another version, of another
 * folder or damaged counts as empty; one that can't be written costs only time.
 */
final class HistoryCache {
  private static final int SUM = Long.BYTES;

  private final Path file;
  private final String folder;

  HistoryCache(Path file, String folder) {
    this.file = file;
    this.folder = folder;
  }

  CommitLog load() {
    try {
      byte[] all = Files.readAllBytes(file);
      int length = all.length - SUM;
      if (length < 0 || ByteBuffer.wrap(all, length, SUM).getLong() != sum(all, length)) {
        return CommitLog.EMPTY;
      }
      var in = new DataInputStream(new ByteArrayInputStream(all, 0, length));
      return HistoryCodec.read(in, folder);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return CommitLog.EMPTY;
    }
  }

  void save(CommitLog log) {
    try {
      byte[] content = HistoryCodec.write(log, folder);
      byte[] all = Arrays.copyOf(content, content.length + SUM);
      ByteBuffer.wrap(all, content.length, SUM).putLong(sum(content, content.length));
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "history", ".tmp");
      Files.write(fresh, all);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The next run walks again.
    }
  }

  private static long sum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }
}

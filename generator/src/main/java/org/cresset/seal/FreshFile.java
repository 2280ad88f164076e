package org.cresset.seal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that comes to be whole or not at all, and that its owner alone can read. */
public final class FreshFile {
  private static final int BUFFER = 1 << 16;

  private FreshFile() {}

  /**
   * What was written.
   *
   * @param bytes its size
   * @param sha256 64 hexadecimal digits in lower case
   */
  public record Written(long bytes, String sha256) {}

  /** Whether there is something of that name, be it a link that leads nowhere. */
  public static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Writes it beside its place, waits for the disk, then gives it its name. */
  public static Written write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("there is no folder for it");
    }
    Path fresh = Files.createTempFile(folder, "." + file.getFileName() + ".", ".new");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
          OutputStream buffer =
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
        content.writeTo(new DigestOutputStream(buffer, digest));
        buffer.flush();
        channel.force(true);
      }
      Written written = new Written(Files.size(fresh), HexFormat.of().formatHex(digest.digest()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel folderChannel = FileChannel.open(folder, StandardOpenOption.READ)) {
        folderChannel.force(true);
      }
      return written;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}

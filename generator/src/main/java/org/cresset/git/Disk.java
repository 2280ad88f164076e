package org.cresset.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes whole files so that a crash leaves the old or the new one. */
final class Disk {
  private Disk() {}

  /** A new file, on the disk before it gets its name; a file with these bytes is left alone. */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file)
        && Files.size(file) == content.length
        && java.util.Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path fresh = file.resolveSibling("tmp_" + file.getFileName());
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    publish(fresh, file);
  }

  static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Gives a finished file its name, readable for a web server whatever the umask. */
  static void publish(Path fresh, Path file) throws IOException {
    mode(fresh, "rw-r--r--");
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(java.util.Objects.requireNonNull(file.getParent()));
  }

  /** Makes a folder unless it is there, readable for a web server whatever the umask. */
  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    mode(folder, "rwxr-xr-x");
    sync(java.util.Objects.requireNonNull(folder.getParent()));
  }

  private static void mode(Path path, String mode) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
  }

  private static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}

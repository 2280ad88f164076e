package org.cresset.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.cresset.problem.Failure;
import org.jspecify.annotations.Nullable;

/** Files, hashes and failures. */
final class Disk {
  static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r--r--");
  static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final int SMALL = 1 << 20;
  private static final int BUFFER = 1 << 16;

  private Disk() {}

  static Failure failure(String what, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        what + ": " + why(cause),
        "nothing was published; what is served is as before",
        cause);
  }

  /** Of what comes once the first link may have moved. */
  static Failure failureAfter(String what, Exception cause) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        what + ": " + why(cause),
        "each edition that is served is complete, the old or the new one; mend the disk and run"
            + " this again, which does what is left",
        cause);
  }

  /** The name of a class tells something only of a file that is nothing but named. */
  private static String why(Exception cause) {
    return cause instanceof IOException
            && !(cause instanceof FileSystemException)
            && cause.getMessage() != null
        ? cause.getMessage()
        : cause.toString();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** 64 hexadecimal digits in lower case. */
  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(sha256().digest(content));
  }

  /** The same of a file, which may be large; opened once, since a release has many thousands. */
  static String sha256(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MessageDigest digest = sha256();
      long size = channel.size();
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.clamp(size, 1, SMALL));
      // What is as long as was said is read at once; the end of a file that grows is not awaited.
      for (long left = size; left > 0 && channel.read(buffer) >= 0; buffer.clear()) {
        left -= buffer.position();
        digest.update(buffer.flip());
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  static String sha256(InputStream in) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Makes a folder, and those above it, readable by all whatever the umask. */
  static void folder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        folder(parent);
      }
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, FOLDER);
    }
  }

  /** Makes what was written to a file, or the entries of a folder, survive a power cut. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes a small file whole or not at all, and makes it last. */
  static void replace(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".new");
    try (FileChannel out =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
    Files.setPosixFilePermissions(temporary, FILE);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Removes a folder with all that is in it; what is gone already is no error. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e)
              throws IOException {
            if (e != null) {
              throw e;
            }
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

package org.cresset.authoring;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.UUID;
import org.cresset.problem.Failure;

/** Writes files so that a reader, or a crash, meets the whole old file or the whole new one. */
final class AtomicFile {
  private AtomicFile() {}

  /**
   * A new file with its folders.
   *
   * @return false, with nothing changed, if there is something of that name already
   * @throws Failure ENVIRONMENT if it can't be written
   */
  static boolean create(Path file, byte[] content) {
    try {
      Files.createDirectories(folder(file));
      Path fresh = write(file, content);
      try {
        link(fresh, file);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * New content for a file that is there, with its permissions kept.
   *
   * @throws Failure ENVIRONMENT if it can't be written or is not a plain file
   */
  static void replace(Path file, byte[] content) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("it is not a plain file");
      }
      Path fresh = write(file, content);
      try {
        PosixFileAttributeView view =
            Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (view != null) {
          view.setPermissions(Files.getPosixFilePermissions(file));
        }
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** Whoever may read the file may run it, where the disk knows such permissions. */
  static void makeExecutable(Path file) {
    try {
      if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
          permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
          permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
      }
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /** A hidden neighbour, which no reader of the content folder takes for a document. */
  private static Path write(Path file, byte[] content) throws IOException {
    Path fresh = folder(file).resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".new");
    try (FileChannel channel =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
    return fresh;
  }

  /** A hard link never replaces; where the disk has none, a move that looks first must do. */
  private static void link(Path fresh, Path file) throws IOException {
    try {
      Files.createLink(file, fresh);
    } catch (UnsupportedOperationException e) {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException e) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      Files.move(fresh, file);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static Failure failed(Path file, IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        file + " can't be written: " + e.getMessage(),
        "check the folder's permissions and the space on the disk",
        e);
  }
}

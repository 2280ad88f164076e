package org.cresset.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A tree as a tar archive (POSIX ustar, pax where a path is long): entries in the order of paths,
 * all of one time, nobody's, readable by all. The same tree and time give the same bytes.
 */
final class Tar {
  private static final int MODE = 0644;

  /** In bytes, of all files together. */
  private static final long MOST = 1L << 30;

  private Tar() {}

  static byte[] write(SortedMap<String, byte[]> files, Instant time) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(out, StandardCharsets.US_ASCII.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), TarConstants.LF_NORMAL);
        entry.setSize(file.getValue().length);
        entry.setMode(MODE);
        entry.setModTime(time.toEpochMilli());
        entry.setIds(0, 0);
        entry.setNames("", "");
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  /**
   * @throws IOException if it is not an archive of a release's files alone
   */
  static SortedMap<String, byte[]> read(byte[] archive) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>(SitePath.ORDER);
    long size = 0;
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new ByteArrayInputStream(archive), StandardCharsets.US_ASCII.name())) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        boolean manifest =
            e.getName().equals(Manifest.NAME) || e.getName().equals(Manifest.SIGNATURE);
        if (!e.isFile() || e.isLink() || !(manifest || SitePath.fits(e.getName()))) {
          throw new IOException("not a file of a site: " + e.getName());
        }
        byte[] content = tar.readAllBytes();
        size += content.length;
        if (size > MOST || files.put(e.getName(), content) != null) {
          throw new IOException("too large, or there twice: " + e.getName());
        }
      }
    }
    return files;
  }
}

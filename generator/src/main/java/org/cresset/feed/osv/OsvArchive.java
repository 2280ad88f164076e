package org.cresset.feed.osv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All records as one archive, as scanners that work without a network take them. Its bytes depend
 * on the records alone: entries by name, all of the same time, and not compressed, since
 * compression differs from one zlib to another.
 */
final class OsvArchive {
  // Not the very first moment of the format: for that one Java writes the time zone as well.
  private static final LocalDateTime SAME_FOR_ALL = LocalDateTime.of(1980, 2, 1, 0, 0);

  private OsvArchive() {}

  /**
   * The archive.
   *
   * @param records by the names of their files
   */
  static byte[] of(SortedMap<String, byte[]> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> record : records.entrySet()) {
        zip.putNextEntry(entry(record.getKey(), record.getValue()));
        zip.write(record.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(SAME_FOR_ALL);
    return entry;
  }
}

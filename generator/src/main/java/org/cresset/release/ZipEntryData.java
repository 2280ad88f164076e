package org.cresset.release;

/**
 * One entry of an archive.
 *
 * @param crc CRC-32 of the content
 * @param size of the content
 * @param deflated the content, compressed
 */
record ZipEntryData(String path, long crc, long size, byte[] deflated) {}

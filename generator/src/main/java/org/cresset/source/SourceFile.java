package org.cresset.source;

/**
 * A file of the content folder.
 *
 * @param path from the content folder
 * @param shown from the root of the knowledge base, for messages
 * @param blob Git's id of the content, whether Git knows it yet or not
 * @param size in bytes
 */
public record SourceFile(String path, String shown, String blob, long size, Content bytes) {

  /** Where the bytes come from. */
  @FunctionalInterface
  public interface Content {
    byte[] read();
  }

  /**
   * The bytes; read anew at each call.
   *
   * @throws Unreadable if they can't be had any more or are not those of the id
   */
  public byte[] content() {
    return bytes.read();
  }
}

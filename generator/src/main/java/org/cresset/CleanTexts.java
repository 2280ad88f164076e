package org.cresset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.cresset.check.Passed;
import org.cresset.edition.Version;

/**
 * Hashes of texts that were parsed without a problem by this build of the program. Absent, foreign
 * or damaged files count for nothing.
 */
final class CleanTexts implements Passed {
  private static final int HASH = 2 * Long.BYTES;

  private final Path file;
  private final Set<UUID> known;
  private final Set<UUID> seen = ConcurrentHashMap.newKeySet();

  /** Of this run; several editions have the same texts, and hashing takes its time. */
  private final Set<String> met = ConcurrentHashMap.newKeySet();

  private CleanTexts(Path file, Set<UUID> known) {
    this.file = file;
    this.known = known;
  }

  static CleanTexts read(Path folder) {
    return read(folder, "clean");
  }

  /**
   * @param name of what is known: its file's, and the version's
   */
  static CleanTexts read(Path folder, String name) {
    CleanTexts texts =
        new CleanTexts(
            folder.resolve(name + "-" + Version.current()), ConcurrentHashMap.newKeySet());
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(texts.file));
      // Another build of the same version may have other rules.
      boolean own = bytes.remaining() >= HASH && read(bytes).equals(hash(Version.build()));
      while (own && bytes.remaining() >= HASH) {
        texts.known.add(read(bytes));
      }
    } catch (IOException e) {
      texts.known.clear();
    }
    return texts;
  }

  /** The same, but nothing is noted of what is sealed, not even a hash. */
  CleanTexts unchanging() {
    return new CleanTexts(file, known);
  }

  @Override
  public boolean contains(String text) {
    if (met.contains(text)) {
      return true;
    }
    if (known.isEmpty()) {
      return false;
    }
    UUID hash = hash(text);
    boolean there = known.contains(hash);
    if (there) {
      seen.add(hash);
      met.add(text);
    }
    return there;
  }

  @Override
  public void add(String text) {
    if (met.add(text)) {
      seen.add(hash(text));
    }
  }

  /** Keeps what was seen in this run; a cache that can't be written is no fault. */
  void save() {
    if (known.equals(seen)) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate((seen.size() + 1) * HASH);
    write(hash(Version.build()), bytes);
    seen.stream().sorted().forEach(h -> write(h, bytes));
    try {
      Files.createDirectories(file.getParent());
      Path temporary = Files.createTempFile(file.getParent(), "clean", null);
      Files.write(temporary, Arrays.copyOf(bytes.array(), bytes.position()));
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // The next run parses again.
      return;
    }
  }

  private static UUID read(ByteBuffer bytes) {
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static void write(UUID hash, ByteBuffer to) {
    to.putLong(hash.getMostSignificantBits()).putLong(hash.getLeastSignificantBits());
  }

  /** Half of SHA-256: nobody finds a second text for it. */
  private static UUID hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return read(ByteBuffer.wrap(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

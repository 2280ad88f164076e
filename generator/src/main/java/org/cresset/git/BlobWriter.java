package org.cresset.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts the files that a repository does not have yet into a pack, in the order of their paths. */
final class BlobWriter {
  /** So much is compressed at once, in files and in bytes. */
  private static final int BATCH_FILES = 512;

  private static final long BATCH_BYTES = 32L << 20;

  private final PackFile pack;
  private final Set<Id> present;
  private final Deflated deflated;
  private final Map<String, Id> written = new HashMap<>();

  /**
   * @param deflated told of what is compressed here
   */
  BlobWriter(PackFile pack, Set<Id> present, Deflated deflated) {
    this.pack = pack;
    this.present = present;
    this.deflated = deflated;
  }

  /** Returns the blob of each path. */
  Map<String, Id> write(SortedMap<String, FileRef> files) throws IOException {
    int parts = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(parts)) {
      List<Map.Entry<String, FileRef>> batch = new ArrayList<>();
      long bytes = 0;
      for (Map.Entry<String, FileRef> file : files.entrySet()) {
        batch.add(file);
        bytes += Files.size(file.getValue().file());
        if (batch.size() >= BATCH_FILES || bytes >= BATCH_BYTES) {
          flush(threads, parts, batch);
          bytes = 0;
        }
      }
      flush(threads, parts, batch);
      return written;
    }
  }

  /** A path's blob, and the object where it is new. */
  private record Made(String path, Id id, byte[] content, List<RawObject> object) {}

  private void flush(ExecutorService threads, int parts, List<Map.Entry<String, FileRef>> batch)
      throws IOException {
    List<Future<List<Made>>> results = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      var part = batch.subList(batch.size() * i / parts, batch.size() * (i + 1) / parts);
      results.add(threads.submit(() -> make(part)));
    }
    try {
      for (Future<List<Made>> result : results) {
        for (Made made : result.get()) {
          written.put(made.path(), made.id());
          for (RawObject object : made.object()) {
            pack.add(object);
            deflated.file(made.path(), made.content(), object.zlib());
          }
        }
      }
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
    batch.clear();
  }

  private List<Made> make(List<Map.Entry<String, FileRef>> part) throws IOException {
    List<Made> made = new ArrayList<>(part.size());
    try (Compressor compressor = new Compressor()) {
      for (Map.Entry<String, FileRef> file : part) {
        byte[] content = Files.readAllBytes(file.getValue().file());
        Id id = new Id(ObjectHash.raw(ObjectHash.BLOB, content));
        List<RawObject> object =
            present.contains(id)
                ? List.of()
                : List.of(compressor.object(id, RawObject.BLOB, content));
        made.add(new Made(file.getKey(), id, content, object));
      }
    }
    return made;
  }
}

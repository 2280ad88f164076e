package org.cresset.page;

import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.cresset.edition.SiteWriter;

/** Keeps what is written, and under which inputs. */
final class MemorySite implements SiteWriter {
  final NavigableMap<String, byte[]> files = new ConcurrentSkipListMap<>();
  final NavigableMap<String, String> inputs = new ConcurrentSkipListMap<>();

  @Override
  public void write(String path, byte[] content) {
    if (files.put(path, content) != null) {
      throw new AssertionError("written twice: " + path);
    }
  }

  @Override
  public void write(String path, String digest, Supplier<byte[]> content) {
    inputs.put(path, digest);
    write(path, content.get());
  }

  String text(String path) {
    byte[] content = files.get(path);
    if (content == null) {
      throw new AssertionError("no " + path + " among " + files.keySet());
    }
    return new String(content, StandardCharsets.UTF_8);
  }
}

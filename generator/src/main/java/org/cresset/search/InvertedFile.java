package org.cresset.search;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.cresset.edition.Version;

/** An inverted index in one file; all of it, or as good as none. */
final class InvertedFile {
  /** What another build of the program wrote is not read. */
  private static final long MAGIC = 0x63726573_00000000L | Version.build().hashCode() & 0xffffffffL;

  private static final int HEAD = 24;

  private InvertedFile() {}

  /** The index in a file, or an empty one where it is absent or damaged. */
  static Inverted read(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Inverted.EMPTY;
      }
      ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
      if (in.remaining() < HEAD || in.getLong() != MAGIC || in.getLong() != sum(in.array())) {
        return Inverted.EMPTY;
      }
      int documents = in.getInt();
      int entries = in.getInt();
      return new Inverted(documents(in, documents), entries(in, entries));
    } catch (IOException | BufferUnderflowException e) {
      return Inverted.EMPTY;
    }
  }

  private static List<Held> documents(ByteBuffer in, int count) {
    List<Held> documents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      documents.add(
          new Held(
              text(in), text(in), bytes(in), in.getInt(), in.getInt(), in.getInt(), in.getInt()));
    }
    return documents;
  }

  private static List<Entry> entries(ByteBuffer in, int count) {
    List<Entry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(text(in), bytes(in), bytes(in), bytes(in)));
    }
    return entries;
  }

  static void write(Path file, Inverted index) throws IOException {
    Plain out = new Plain();
    out.number(index.documents().size());
    out.number(index.entries().size());
    for (Held d : index.documents()) {
      out.text(d.key());
      out.text(d.order());
      out.bytes(d.stored());
      out.number(d.textWords());
      out.number(d.textTerms());
      out.number(d.titleWords());
      out.number(d.titleTerms());
    }
    for (Entry e : index.entries()) {
      out.text(e.key());
      out.bytes(e.postings());
      out.bytes(e.positions());
      out.bytes(e.forms());
    }
    out.to(file);
  }

  private static long sum(byte[] file) {
    CRC32C sum = new CRC32C();
    sum.update(file, HEAD - 8, file.length - HEAD + 8);
    return sum.getValue();
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return text;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  /** Numbers and texts one after another, behind the head. */
  private static final class Plain {
    private ByteBuffer out = ByteBuffer.allocate(1 << 20).position(HEAD - 8);

    void number(int value) {
      room(4).putInt(value);
    }

    void text(String text) {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) {
      room(4 + bytes.length).putInt(bytes.length).put(bytes);
    }

    private ByteBuffer room(int more) {
      if (out.remaining() < more) {
        out = ByteBuffer.allocate(2 * (out.position() + more)).put(out.flip());
      }
      return out;
    }

    void to(Path file) throws IOException {
      byte[] all = java.util.Arrays.copyOf(out.array(), out.position());
      ByteBuffer.wrap(all).putLong(MAGIC).putLong(sum(all));
      Files.write(file, all);
    }
  }
}

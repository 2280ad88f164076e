package org.cresset.source;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.cresset.git.CommitLog;
import org.cresset.git.CommitLog.ChangedFile;
import org.cresset.git.CommitLog.Entry;

/** A commit log as bytes: ids raw, repeated texts once. */
final class HistoryCodec {
  private static final String FORMAT = "cresset-history-2";
  private static final int ID = 20;

  private HistoryCodec() {}

  static byte[] write(CommitLog log, String folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(FORMAT);
    out.writeUTF(folder);
    writeId(out, log.tip());
    Map<String, Integer> texts = new HashMap<>();
    out.writeInt(log.commits().size());
    for (Entry entry : log.commits()) {
      writeId(out, entry.id());
      out.writeLong(entry.order());
      out.writeLong(entry.authored().getEpochSecond());
      writeText(out, texts, entry.author());
      writeText(out, texts, entry.subject());
      writeText(out, texts, entry.declassifiedBy());
      out.writeInt(entry.changed().size());
      for (ChangedFile file : entry.changed()) {
        writeText(out, texts, file.path());
        writeId(out, file.blob());
      }
    }
    return bytes.toByteArray();
  }

  static CommitLog read(DataInputStream in, String folder) throws IOException {
    if (!in.readUTF().equals(FORMAT) || !in.readUTF().equals(folder)) {
      return CommitLog.EMPTY;
    }
    String tip = readId(in);
    List<String> texts = new ArrayList<>();
    int count = in.readInt();
    List<Entry> commits = new ArrayList<>(Math.min(count, 1 << 20));
    for (int i = 0; i < count; i++) {
      String id = readId(in);
      long order = in.readLong();
      Instant authored = Instant.ofEpochSecond(in.readLong());
      String author = readText(in, texts);
      String subject = readText(in, texts);
      String by = readText(in, texts);
      commits.add(new Entry(id, order, authored, author, subject, by, readFiles(in, texts)));
    }
    return new CommitLog(tip, List.copyOf(commits));
  }

  private static List<ChangedFile> readFiles(DataInputStream in, List<String> texts)
      throws IOException {
    int count = in.readInt();
    List<ChangedFile> files = new ArrayList<>(Math.min(count, 1 << 20));
    for (int i = 0; i < count; i++) {
      String path = readText(in, texts);
      files.add(new ChangedFile(path, readId(in)));
    }
    return List.copyOf(files);
  }

  /** A text's number, and at its first use the text after it. */
  private static void writeText(DataOutputStream out, Map<String, Integer> texts, String text)
      throws IOException {
    Integer number = texts.putIfAbsent(text, texts.size());
    if (number == null) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(texts.size() - 1);
      out.writeInt(utf8.length);
      out.write(utf8);
    } else {
      out.writeInt(number);
    }
  }

  private static String readText(DataInputStream in, List<String> texts) throws IOException {
    int number = in.readInt();
    if (number == texts.size()) {
      byte[] utf8 = new byte[Math.max(0, Math.min(in.readInt(), in.available()))];
      in.readFully(utf8);
      texts.add(new String(utf8, StandardCharsets.UTF_8));
    }
    return texts.get(number);
  }

  /** The empty id is that of no object: all zeros. */
  private static void writeId(DataOutputStream out, String id) throws IOException {
    out.write(id.isEmpty() ? new byte[ID] : HexFormat.of().parseHex(id));
  }

  private static String readId(DataInputStream in) throws IOException {
    byte[] raw = new byte[ID];
    in.readFully(raw);
    for (byte b : raw) {
      if (b != 0) {
        return HexFormat.of().formatHex(raw);
      }
    }
    return "";
  }
}

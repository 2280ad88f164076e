package org.cresset.document;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.cresset.marking.Classification;

/**
 * Front matter as earlier runs of this build of the program parsed it, by the ids of its files;
 * parsing takes longer than reading it here. What had a problem, lies encrypted or should lie so,
 * is not kept. What is of another build or damaged counts as nothing. Safe for several threads.
 */
public final class Fronts {
  /** Where nothing is kept. */
  public static final Fronts NONE =
      new Fronts(Optional.empty(), new NodeCodec(List.of()), Map.of());

  /** It is not written again for less than this part of the files. */
  private static final int PART = 100;

  private final Optional<byte[]> build;
  private final NodeCodec codec;
  private final Map<String, ByteBuffer> before;
  private final Map<String, Node.Mapping> parsed = new ConcurrentHashMap<>();
  private final Map<String, ByteBuffer> used = new ConcurrentHashMap<>();

  private Fronts(Optional<byte[]> build, NodeCodec codec, Map<String, ByteBuffer> before) {
    this.build = build;
    this.codec = codec;
    this.before = before;
  }

  /**
   * Those that an earlier run {@linkplain #bytes kept}.
   *
   * @param kept empty for none
   * @param build of the program, as another one may parse otherwise
   */
  public static Fronts read(byte[] kept, String build) {
    byte[] own = build.getBytes(StandardCharsets.UTF_8);
    try {
      ByteBuffer in = ByteBuffer.wrap(kept);
      if (in.getLong() == sum(in) && Arrays.equals(NodeCodec.bytes(in), own)) {
        NodeCodec codec = NodeCodec.read(in);
        Map<String, ByteBuffer> fronts = new HashMap<>();
        while (in.hasRemaining()) {
          String id = HexFormat.of().formatHex(NodeCodec.bytes(in));
          fronts.put(id, NodeCodec.part(in));
        }
        return new Fronts(Optional.of(own), codec, fronts);
      }
    } catch (BufferUnderflowException e) {
      // As if it were not there.
    }
    return new Fronts(Optional.of(own), new NodeCodec(List.of()), Map.of());
  }

  /**
   * The mapping of a document; empty, with a problem, where it can't be read.
   *
   * @param blob id of the whole file; empty where it has none
   */
  Optional<Node.Mapping> of(String blob, Text text, Parts parts) {
    ByteBuffer known = before.get(blob);
    if (known != null && !text.encrypted()) {
      used.put(blob, known);
      return Optional.of(codec.mapping(known.duplicate(), text));
    }
    int problems = text.problems().size();
    Optional<Node.Mapping> made = Yaml.read(text, parts.front(), parts.frontLine());
    boolean keeps =
        build.isPresent()
            && !blob.isEmpty()
            && !text.encrypted()
            && !parts.front().contains(Classification.HIGHLY_SENSITIVE.token());
    if (keeps && text.problems().size() == problems) {
      made.ifPresent(mapping -> parsed.put(blob, mapping));
    }
    return made;
  }

  /** Those of this run, to be kept; empty where hardly any of them are new. */
  public Optional<byte[]> bytes() {
    if (parsed.isEmpty() || parsed.size() * PART < used.size()) {
      return Optional.empty();
    }
    SortedMap<String, ByteBuffer> all = new TreeMap<>(used);
    parsed.forEach((id, mapping) -> codec.bytes(mapping).ifPresent(b -> all.put(id, b)));
    NodeCodec.Out out = new NodeCodec.Out();
    out.fixed(0).bytes(ByteBuffer.wrap(build.orElseThrow()));
    codec.write(out);
    all.forEach(
        (id, b) -> out.bytes(ByteBuffer.wrap(HexFormat.of().parseHex(id))).bytes(b.duplicate()));
    ByteBuffer bytes = out.take();
    bytes.putLong(0, sum(bytes.duplicate().position(Long.BYTES)));
    return Optional.of(Arrays.copyOf(bytes.array(), bytes.limit()));
  }

  private static long sum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    return sum.getValue();
  }
}

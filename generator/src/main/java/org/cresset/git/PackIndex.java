package org.cresset.git;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The index of a pack, version 2. */
final class PackIndex {
  private static final int MAGIC = 0xff744f63;
  private static final int HEAD = 8 + 256 * 4;
  private static final int FAR = 0x80000000;

  private PackIndex() {}

  /** Where an object stands in the pack, and the CRC-32 of its entry. */
  record Place(long offset, int crc) {}

  static byte[] bytes(SortedMap<Id, Place> places, byte[] packSum) {
    List<Long> far =
        places.values().stream().map(Place::offset).filter(o -> o > Integer.MAX_VALUE).toList();
    int count = places.size();
    ByteBuffer out = ByteBuffer.allocate(HEAD + count * (Id.LENGTH + 8) + far.size() * 8 + 40);
    out.putInt(MAGIC).putInt(2);
    int[] fanout = new int[256];
    places.keySet().forEach(id -> fanout[id.raw()[0] & 0xff]++);
    int total = 0;
    for (int n : fanout) {
      total += n;
      out.putInt(total);
    }
    places.keySet().forEach(id -> out.put(id.raw()));
    places.values().forEach(place -> out.putInt(place.crc()));
    int next = 0;
    for (Place place : places.values()) {
      out.putInt(place.offset() > Integer.MAX_VALUE ? FAR | next++ : (int) place.offset());
    }
    far.forEach(out::putLong);
    out.put(packSum);
    MessageDigest digest = ObjectHash.sha1();
    digest.update(out.array(), 0, out.position());
    return out.put(digest.digest()).array();
  }

  /** The ids of an index by their offset in the pack. */
  static SortedMap<Long, Id> read(byte[] index) {
    ByteBuffer in = ByteBuffer.wrap(index);
    if (index.length < HEAD + 40 || in.getInt() != MAGIC || in.getInt() != 2) {
      throw new IllegalArgumentException("not a pack index of version 2");
    }
    int count = in.getInt(HEAD - 4);
    int offsets = HEAD + count * (Id.LENGTH + 4);
    List<Map.Entry<Long, Id>> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] id = new byte[Id.LENGTH];
      in.get(HEAD + i * Id.LENGTH, id);
      int near = in.getInt(offsets + 4 * i);
      long offset =
          near >= 0 ? near : in.getLong(offsets + 4 * count + 8 * (near & Integer.MAX_VALUE));
      entries.add(Map.entry(offset, new Id(id)));
    }
    TreeMap<Long, Id> byOffset = new TreeMap<>();
    entries.forEach(entry -> byOffset.put(entry.getKey(), entry.getValue()));
    return byOffset;
  }
}

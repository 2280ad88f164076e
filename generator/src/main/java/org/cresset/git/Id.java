package org.cresset.git;

import java.util.Arrays;
import java.util.HexFormat;

/** An object's id: 20 bytes, ordered as unsigned bytes. */
record Id(byte[] raw) implements Comparable<Id> {
  static final int LENGTH = 20;

  static Id of(String hex) {
    return new Id(HexFormat.of().parseHex(hex));
  }

  String hex() {
    return HexFormat.of().formatHex(raw);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Id id && Arrays.equals(raw, id.raw);
  }

  /** An id is a hash already. */
  @Override
  public int hashCode() {
    return (raw[0] & 0xff) << 24 | (raw[1] & 0xff) << 16 | (raw[2] & 0xff) << 8 | raw[3] & 0xff;
  }

  @Override
  public int compareTo(Id other) {
    return Arrays.compareUnsigned(raw, other.raw);
  }

  @Override
  public String toString() {
    return hex();
  }
}

package org.cresset.git;

import java.util.Arrays;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** Steps through the bytes of a tree object: octal mode, space, name, NUL, raw id. */
final class RawTree {
  private final ObjectId tree;
  private final byte[] raw;
  private int at;
  private int mode;
  private int nameStart;
  private int nameEnd;

  RawTree(ObjectId tree, byte[] raw) {
    this.tree = tree;
    this.raw = raw;
    parse();
  }

  boolean atEnd() {
    return at >= raw.length;
  }

  void next() {
    at = nameEnd + 1 + Constants.OBJECT_ID_LENGTH;
    parse();
  }

  private void parse() {
    if (atEnd()) {
      return;
    }
    mode = 0;
    int i = at;
    while (i < raw.length && raw[i] != ' ') {
      mode = (mode << 3) + (raw[i++] - '0');
    }
    nameStart = ++i;
    while (i < raw.length && raw[i] != 0) {
      i++;
    }
    nameEnd = i;
    if (nameEnd + Constants.OBJECT_ID_LENGTH >= raw.length || nameStart == nameEnd) {
      throw new CorruptObject(tree.name(), "is corrupt: the tree ends within an entry");
    }
  }

  int mode() {
    return mode;
  }

  boolean isTree() {
    return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
  }

  GitPath name() {
    return GitPath.decode(raw, nameStart, nameEnd - nameStart);
  }

  ObjectId id() {
    return ObjectId.fromRaw(raw, nameEnd + 1);
  }

  /** Moves both past all entries that they have in common from here. */
  static void skipEqual(RawTree a, RawTree b) {
    int same = Arrays.mismatch(a.raw, a.at, a.raw.length, b.raw, b.at, b.raw.length);
    int limit = same < 0 ? a.raw.length : a.at + same;
    int start = a.at;
    while (!a.atEnd() && a.nameEnd + 1 + Constants.OBJECT_ID_LENGTH <= limit) {
      a.next();
    }
    b.at += a.at - start;
    b.parse();
  }

  /** Git's order: names as bytes, those of trees as if they ended in a slash. */
  int compare(RawTree other) {
    int common = Math.min(nameEnd - nameStart, other.nameEnd - other.nameStart);
    int diff =
        Arrays.compareUnsigned(
            raw,
            nameStart,
            nameStart + common,
            other.raw,
            other.nameStart,
            other.nameStart + common);
    return diff != 0 ? diff : Integer.compare(after(common), other.after(common));
  }

  private int after(int length) {
    int i = nameStart + length;
    if (i < nameEnd) {
      return raw[i] & 0xff;
    }
    return isTree() ? '/' : 0;
  }

  boolean sameId(RawTree other) {
    return Arrays.equals(
        raw,
        nameEnd + 1,
        nameEnd + 1 + Constants.OBJECT_ID_LENGTH,
        other.raw,
        other.nameEnd + 1,
        other.nameEnd + 1 + Constants.OBJECT_ID_LENGTH);
  }
}

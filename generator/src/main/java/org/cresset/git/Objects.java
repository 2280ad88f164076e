package org.cresset.git;

import java.io.IOException;
import java.util.Arrays;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads single objects and tells exactly which one can't be read. */
final class Objects {
  /** No object that Cresset reads into memory is larger. */
  private static final int LARGEST = 64 << 20;

  private Objects() {}

  static long size(ObjectReader reader, AnyObjectId id) {
    try {
      return reader.getObjectSize(id, Constants.OBJ_BLOB);
    } catch (IOException e) {
      throw corrupt(id, e);
    }
  }

  static byte[] blob(ObjectReader reader, AnyObjectId id) {
    try {
      byte[] content = reader.open(id, Constants.OBJ_BLOB).getCachedBytes(LARGEST);
      if (!Arrays.equals(ObjectHash.raw(ObjectHash.BLOB, content), raw(id))) {
        throw new CorruptObject(id.name(), "is corrupt: its content has another id");
      }
      return content;
    } catch (IOException | org.eclipse.jgit.errors.LargeObjectException e) {
      throw corrupt(id, e);
    }
  }

  /** The bytes of a tree. */
  static byte[] tree(ObjectReader reader, AnyObjectId id) {
    try {
      return reader.open(id, Constants.OBJ_TREE).getCachedBytes();
    } catch (IOException | org.eclipse.jgit.errors.LargeObjectException e) {
      throw corrupt(id, e);
    }
  }

  static CorruptObject missing(MissingObjectException e) {
    return new CorruptObject(e.getObjectId().name(), "is missing", e);
  }

  static CorruptObject corrupt(AnyObjectId id, Exception e) {
    return switch (e) {
      case MissingObjectException missing -> missing(missing);
      case IncorrectObjectTypeException other ->
          new CorruptObject(id.name(), "is not of the type that is referred to", other);
      default -> new CorruptObject(id.name(), "is corrupt: " + e.getMessage(), e);
    };
  }

  private static byte[] raw(AnyObjectId id) {
    byte[] raw = new byte[Constants.OBJECT_ID_LENGTH];
    id.copyRawTo(raw, 0);
    return raw;
  }
}

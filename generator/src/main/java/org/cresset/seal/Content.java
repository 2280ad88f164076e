package org.cresset.seal;

import java.io.IOException;
import java.io.OutputStream;

/** Something too long to be held, written piece by piece. */
@FunctionalInterface
public interface Content {
  void writeTo(OutputStream out) throws IOException;
}

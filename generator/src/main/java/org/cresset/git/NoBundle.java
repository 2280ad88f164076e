package org.cresset.git;

import java.io.IOException;

/** What should be a Git bundle is none. */
public final class NoBundle extends IOException {
  private static final long serialVersionUID = 1L;

  NoBundle(String message) {
    super(message);
  }
}

package org.cresset.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.cresset.problem.Failure;

/** Decrypts messages of any length, with secret keys that lie in files or that gpg keeps. */
@FunctionalInterface
public interface LongOpener {
  /**
   * The packets inside a message that is not armoured. Its end is reached only if the message is
   * whole; else reading throws a Failure of kind NOT_GENUINE.
   *
   * @throws Failure KEY if no key opens it; NOT_GENUINE if it is no message
   */
  InputStream open(Path file) throws IOException;
}

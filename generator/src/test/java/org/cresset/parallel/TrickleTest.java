package org.cresset.parallel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrickleTest {
  /** The file that comes after would be thought to be on the disk. */
  @Test
  void anErrorIsToldInTheEnd(@TempDir Path dir) throws Exception {
    FileChannel channel =
        FileChannel.open(
            dir.resolve("large"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Trickle trickle = new Trickle(channel);
    channel.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("cresset-trickle")) {
        thread.join();
      }
    }
    assertThatThrownBy(trickle::close).isInstanceOf(IOException.class);
  }
}

package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.cresset.problem.Failure;
import org.junit.jupiter.api.Test;

class PendingTest {
  @Test
  void whatItEndedWithIsTold() {
    Failure failure = new Failure(Failure.Kind.ENVIRONMENT, "altered", "look");
    Pending failed =
        Pending.begin(
            "test",
            () -> {
              throw failure;
            });
    Pending broken =
        Pending.begin(
            "test",
            () -> {
              throw new IOException("no space");
            });
    Pending faulty =
        Pending.begin(
            "test",
            () -> {
              throw new IllegalStateException("fault");
            });
    assertThatThrownBy(failed::await).isSameAs(failure);
    assertThatThrownBy(broken::await)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no space");
    assertThatThrownBy(faulty::await).isInstanceOf(IOException.class).hasMessageContaining("fault");
  }
}

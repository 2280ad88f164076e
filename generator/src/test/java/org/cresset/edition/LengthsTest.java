package org.cresset.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LengthsTest {
  private record Credit(List<String> names, Optional<String> from) {}

  private static void differ(Object one, Object other) {
    assertThat(one.toString()).isEqualTo(other.toString());
    assertThat(Lengths.of(one)).isNotEqualTo(Lengths.of(other));
  }

  @Test
  void tellApartWhatReadsTheSame() {
    differ(List.of("a, b"), List.of("a", "b"));
    differ(List.of(List.of(), "c, d"), List.of(List.of(), "c", "d"));
    differ(
        List.of(new Credit(List.of("Desk, Shift"), Optional.empty())),
        List.of(new Credit(List.of("Desk", "Shift"), Optional.empty())));
    differ(Map.of("a", "b=c"), Map.of("a=b", "c"));
  }

  @Test
  void areTheSameForTheSame() {
    Credit credit = new Credit(List.of("Desk", "Shift"), Optional.of("example.org"));
    assertThat(Lengths.of(credit))
        .isEqualTo(Lengths.of(new Credit(List.of("Desk", "Shift"), Optional.of("example.org"))));
  }
}

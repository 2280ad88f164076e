package org.cresset.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.marking.Label;
import org.cresset.model.Status;
import org.junit.jupiter.api.Test;

class ExactTest {
  private record Credit(List<String> names, Optional<String> from) {}

  private static void differ(Object one, Object other) {
    assertThat(one.toString()).isEqualTo(other.toString());
    assertThat(Exact.of(one)).isNotEqualTo(Exact.of(other));
  }

  @Test
  void tellsApartWhatReadsTheSame() {
    differ(List.of("a, b"), List.of("a", "b"));
    differ(List.of(List.of(), "c, d"), List.of(List.of(), "c", "d"));
    differ(
        List.of(new Credit(List.of("Desk, Shift"), Optional.empty())),
        List.of(new Credit(List.of("Desk", "Shift"), Optional.empty())));
    differ(Map.of("a", "b=c"), Map.of("a=b", "c"));
  }

  private record Loan(List<String> names, Optional<String> from) {}

  @Test
  void tellsEachValue() {
    Credit credit = new Credit(List.of("Desk"), Optional.of("example.org"));
    assertThat(Exact.of(credit))
        .isNotEqualTo(Exact.of(new Credit(List.of("Disk"), Optional.of("example.org"))))
        .isNotEqualTo(Exact.of(new Credit(List.of("Desk"), Optional.of("example.com"))))
        .isNotEqualTo(Exact.of(new Loan(List.of("Desk"), Optional.of("example.org"))));
    assertThat(Exact.of(List.of(1, 23))).isNotEqualTo(Exact.of(List.of(12, 3)));
    assertThat(Exact.of(Status.DRAFT)).isNotEqualTo(Exact.of(Status.FINAL));
  }

  @Test
  void anAttachmentIsToldByItsDigest() {
    assertThat(Exact.of(asset("12", new byte[0]))).isEqualTo(Exact.of(asset("12", new byte[1])));
    assertThat(Exact.of(asset("12", new byte[0]))).isNotEqualTo(Exact.of(asset("13", new byte[0])));
  }

  private static Asset asset(String sha256, byte[] content) {
    return new Asset("a.txt", "A", "pages/a.txt", Label.PUBLIC, sha256, () -> content);
  }

  @Test
  void isTheSameForTheSame() {
    Credit credit = new Credit(List.of("Desk", "Shift"), Optional.of("example.org"));
    assertThat(Exact.of(credit))
        .isEqualTo(Exact.of(new Credit(List.of("Desk", "Shift"), Optional.of("example.org"))));
  }
}

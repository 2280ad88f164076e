package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final String HEAD =
      """
      # cresset-manifest: 1
      # site: https://csirt.example.org/
      # edition: public
      # release: 1
      # date: 2026-10-05T08:00:00Z
      # valid-until: 2026-11-05T08:00:00Z
      # previous: none
      # signer: 0000000000000000000000000000000000000000
      """;

  private static Manifest of(String... paths) {
    String files =
        Arrays.stream(paths)
            .map(p -> "0".repeat(64) + "  " + p + "\n")
            .collect(Collectors.joining());
    return Manifest.parse((HEAD + files).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void noPathIsBothAFileAndAFolder() {
    assertThat(of("a-b/c", "a/b.html", "a/b/c/d", "a/b/c/e", "ab").files()).hasSize(5);
    assertThatThrownBy(() -> of("a", "a-b", "a-b/c", "a/c")).hasMessageEndingWith("folder: a-b");
    assertThatThrownBy(() -> of("a", "a-b", "a.c", "a/b/c")).hasMessageEndingWith("folder: a");
    assertThatThrownBy(() -> of("a/b", "a/b-c/d/e", "a/b/c")).hasMessageEndingWith("folder: a/b");
    assertThatThrownBy(() -> of("a/b", "a/b")).hasMessageContaining("not in order, or twice");
  }
}

package org.cresset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known to be clean, in a run and in the next. */
class CleanTextsTest {
  @TempDir Path folder;

  @Test
  void aTextIsKnownInItsRunAndInTheNextButNoOther() {
    CleanTexts texts = CleanTexts.read(folder);
    assertThat(texts.contains("a")).isFalse();
    texts.add("a");
    assertThat(texts.contains("a")).isTrue();
    assertThat(texts.contains("b")).isFalse();
    texts.save();
    CleanTexts next = CleanTexts.read(folder);
    assertThat(next.contains("a")).isTrue();
    assertThat(next.contains("a")).isTrue();
    assertThat(next.contains("b")).isFalse();
  }

  @Test
  void whatIsSealedIsNeverNotedAndWhatIsGoneIsForgotten() {
    CleanTexts texts = CleanTexts.read(folder);
    texts.add("a");
    texts.unchanging().add("sealed");
    texts.save();
    CleanTexts next = CleanTexts.read(folder);
    assertThat(next.contains("sealed")).isFalse();
    next.add("b");
    next.save();
    assertThat(CleanTexts.read(folder).contains("a")).isFalse();
    assertThat(CleanTexts.read(folder).contains("b")).isTrue();
  }

  @Test
  void aDamagedFileCountsForNothing() throws IOException {
    CleanTexts texts = CleanTexts.read(folder);
    texts.add("a");
    texts.save();
    try (var files = Files.list(folder)) {
      Files.write(files.findFirst().orElseThrow(), new byte[] {1, 2, 3});
    }
    assertThat(CleanTexts.read(folder).contains("a")).isFalse();
  }

  @Test
  void whatAnotherBuildFoundCleanIsLookedAtAgain() throws IOException {
    CleanTexts texts = CleanTexts.read(folder);
    texts.add("a");
    texts.save();
    try (var files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[0] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(CleanTexts.read(folder).contains("a")).isFalse();
  }
}

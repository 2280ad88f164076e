package org.cresset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive in a sealed file is read by tar alone, and its size tells little. */
class PaddedTest {
  private static final Instant TIME = Instant.parse("2026-10-01T02:00:00Z");
  private static final String LONG = "pages/" + "a-rather-long-name/".repeat(12) + "index.html";

  @TempDir Path dir;

  private static SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("SHA256SUMS", "# cresset-manifest: 1\n".getBytes(StandardCharsets.UTF_8));
    files.put("index.html", "<p>Home</p>\n".getBytes(StandardCharsets.UTF_8));
    files.put(LONG, new byte[70_000]);
    return files;
  }

  @Test
  void tarUnpacksIt() throws Exception {
    byte[] archive = Padded.compress(Tar.write(files(), TIME));
    assertThat(archive).hasSize(1 << 20);
    Files.write(dir.resolve("edition.tar.gz"), archive);
    Tool.Result result =
        Tool.run(dir, Map.of("LC_ALL", "C"), List.of("tar", "-xzf", "edition.tar.gz"));
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    files().forEach((path, content) -> assertThat(dir.resolve(path)).hasBinaryContent(content));
    assertThat(Files.getLastModifiedTime(dir.resolve("index.html")).toInstant()).isEqualTo(TIME);
  }

  @Test
  void theSameTreeGivesTheSameTar() throws Exception {
    byte[] tar = Tar.write(files(), TIME);
    assertThat(tar).isEqualTo(Tar.write(files(), TIME));
    assertThat(Tar.read(tar).keySet()).isEqualTo(files().keySet());
    assertThat(Padded.decompress(Padded.compress(tar))).isEqualTo(tar);
  }

  /** Random bytes don't compress: the sizes go around each border. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 1, 65_536, 1_048_000, 1_048_210, 1_048_225, 1_048_238, 1_048_240, 1_048_576, 2_000_000
      })
  void sizesAreSteps(int length) throws Exception {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    byte[] padded = Padded.compress(content);
    assertThat(padded.length).isIn(1 << 20, 1 << 21);
    assertThat(Padded.decompress(padded)).isEqualTo(content);
  }
}

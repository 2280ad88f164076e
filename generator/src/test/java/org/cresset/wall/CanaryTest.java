package org.cresset.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words planted in every private place are in the staff's edition, and in nothing that the public
 * or a constituent gets.
 */
class CanaryTest {
  @TempDir Path root;

  @Test
  void noneGetsOut() throws Exception {
    Canaries canaries = new Canaries();
    Base base = new Base(root).commits(List.of(Optional.of(canaries.files())));
    Base.Said all = base.cresset("build");
    assertThat(all.out()).as(all.err()).contains("staff: release 1", "public: release 1");

    String staff = everything(base, "staff");
    Set<String> missing = new TreeSet<>();
    canaries
        .words()
        .forEach((place, word) -> {
          if (!staff.contains(word)) {
            missing.add(place);
          }
        });
    assertThat(missing).isEmpty();

    assertThat(leaked(canaries, base, "public", "gateway", "probe", "about")).isEmpty();
    assertThat(leaked(canaries, base, "kelpie", "for you alone", "measures")).isEmpty();
  }

  /** The places whose words that edition, or the run that makes it, shows. */
  private Set<String> leaked(Canaries canaries, Base base, String edition, String... open)
      throws Exception {
    Base.Said said = base.cresset("build", "--edition", edition);
    String out = everything(base, edition) + said.out() + said.err();
    assertThat(out).contains(open);
    Set<String> leaked = new TreeSet<>();
    canaries
        .words()
        .forEach((place, word) -> {
          if (out.contains(word) || out.contains(word.substring(4))) {
            leaked.add(place);
          }
        });
    return leaked;
  }

  /** The tree, names and bytes; the archive unpacked; all objects of the history. */
  private String everything(Base base, String edition) throws Exception {
    StringBuilder all = new StringBuilder();
    base.tree("site/" + edition).forEach((path, content) -> all.append(path).append(content));
    Path archive = root.resolve("site/" + edition + ".zip");
    if (Files.exists(archive)) {
      unpack(Files.readAllBytes(archive), all);
    }
    if (Files.exists(root.resolve("site/" + edition + ".git"))) {
      all.append(base.objects("site/" + edition + ".git"));
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static void unpack(byte[] archive, StringBuilder all) throws Exception {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        all.append(e.getName()).append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
  }
}

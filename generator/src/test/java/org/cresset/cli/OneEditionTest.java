package org.cresset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.cresset.testkit.InProcess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that stands for many editions, where a command looks at one. */
class OneEditionTest {
  @TempDir Path root;

  @BeforeEach
  void settings() throws Exception {
    Files.createDirectories(root.resolve("content/constituents"));
    Files.writeString(
        root.resolve("content/cresset.yaml"),
        "team: {name: A, email: a@example.org}\nsite: {url: https://example.org/}\neditions: {public:"
            + " {readers: anyone}, staff: {readers: team}, constituents: {readers: each"
            + " constituent}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search gateway", "history access", "serve --port 0"})
  void hasNobody(String command) {
    InProcess.Said said = run(command + " --edition constituents");
    assertThat(said.text()).contains("'constituents' is not one edition", "nobody is registered");
    assertThat(said.status()).isEqualTo(2);
  }

  @Test
  void hasSeveral() throws Exception {
    for (String name : new String[] {"kelpie", "northgate"}) {
      Files.writeString(
          root.resolve("content/constituents/" + name + ".yaml"), "name: " + name + "\n");
    }
    InProcess.Said said = run("search gateway --edition constituents");
    assertThat(said.text()).contains("name one: kelpie, northgate");
    assertThat(said.status()).isEqualTo(2);
  }

  private InProcess.Said run(String command) {
    return new InProcess(root, Instant.parse("2026-11-22T06:00:00Z")).run(command.split(" "));
  }
}

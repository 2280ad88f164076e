package org.cresset.check.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitSearchTest {
  private static final String SECRET =
      "The second probe came from 203.0.113.9 & asked for the ledger forty times.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a.txt | Before. The second probe came from 203.0.113.9 & asked for the ledger.",
        "a.html | <p>The <b>second</b> probe came from <a href='x'>203.0.113.9</a> &amp; asked for the</p>",
        "a.html | <a title=\"x\" data-d=\"the second probe came from 203.0.113.9 &amp; asked\">y</a>",
        "a.json | {\"text\":\"x\\nthe second probe came from\\n203.0.113.9 \\u0026 asked for\"}",
        "a.js | shard(\"name\",\"2x the second probe came from 203.0.113.9 & asked for\");",
        "a.atom | <content>&lt;p&gt;The second &lt;em&gt;probe&lt;/em&gt; came from 203.0.113.9 &amp;amp; asked&lt;/p&gt;</content>",
      })
  void eightWordsInARow(String path, String content) {
    assertThat(trace(path, content)).hasValueSatisfying(t -> assertThat(t).contains("eight words"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "a.html | <a href=\"../../reports/r-4417-kelp/index.html\">case</a>",
        "a.js | shard(\"x\",\"9r-4417-kelp see r-4417-kelp\");",
        "reports/r-4417-kelp/index.html | nothing",
        "a.html | <h1>Intrusion at the Kelp works</h1>",
        "a.txt | about the intrusion at the kelp works of late",
        "search/0123456789ab.js.terms | r-4417-kelp",
        "a.html | <li>Kelpforge</li>",
        "a.html | <p>by the marsh <em>lantern</em></p>",
        "a.txt | how one of nine who saw the mill burn",
      })
  void idsAndTitles(String path, String content) {
    assertThat(trace(path, content)).hasValueSatisfying(t -> assertThat(t).contains("the name"));
  }

  @Test
  void whatTheEditionSaysItselfIsNoTrace() {
    assertThat(search(SECRET).trace(List.of("a.txt"), p -> bytes(SECRET))).isEmpty();
    String title = "Intrusion at the Kelp works";
    assertThat(search(title).trace(List.of("a.txt"), p -> bytes(title))).isEmpty();
    ExitSearch rendered =
        new ExitSearch(List.of(title), List.of(SECRET), own("", SECRET + "\n\n" + title));
    for (String text : List.of(SECRET, title)) {
      assertThat(search(text).telling().trace(List.of("a.txt"), p -> bytes(text))).isEmpty();
      assertThat(rendered.telling().trace(List.of("a.txt"), p -> bytes(text))).isEmpty();
    }
  }

  @Test
  void twoOwnTextsSideBySideAreNoTrace() {
    String own =
        "asked for the ledger forty times. \n\nOther. \n\nThe second probe came from 203.0.113.9";
    String shown = "The second probe came from 203.0.113.9 and asked for the ledger forty times";
    Supplier<Stream<Own>> written =
        () -> Stream.of(new Own(bytes(own + "\n\nand asked"), ExitSearchTest::needless));
    ExitSearch search = new ExitSearch(List.of(), List.of(shown), written);
    assertThat(search.trace(List.of("a.txt"), p -> bytes("The second probe came from 203 asked")))
        .isEmpty();
    String html =
        "<td>The second probe came from</td><td>203.0.113.9 and asked for the ledger</td>";
    assertThat(search("nothing").trace(List.of("a.html"), p -> bytes(html))).isEmpty();
  }

  private static Stream<byte[]> needless() {
    throw new AssertionError("rendered although the written text has it");
  }

  @Test
  void nothingWithheldNothingToDo() {
    assertThat(new ExitSearch(List.of(), List.of(), own("", "")).isIdle()).isTrue();
    assertThat(search("").isIdle()).isFalse();
  }

  private static Optional<String> trace(String path, String content) {
    ExitSearch search = search("Our own words about the probe and the ledger, nothing else.");
    Optional<String> trace = search.trace(List.of(path), p -> bytes(content));
    assertThat(search.telling().trace(List.of(path), p -> bytes(content))).isEqualTo(trace);
    return trace;
  }

  private static ExitSearch search(String own) {
    return new ExitSearch(
        List.of(
            "r-4417-kelp",
            "Intrusion at the Kelp works",
            "Kelpforge",
            "Marsh lantern",
            "One of nine who saw the mill burn down"),
        List.of(SECRET),
        own(own, ""));
  }

  private static Supplier<Stream<Own>> own(String written, String rendered) {
    return () -> Stream.of(new Own(bytes(written), () -> Stream.of(bytes(rendered))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package org.cresset.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strict JSON (RFC 8259), with its digits kept. */
class JsonReaderTest {
  @Test
  void whatIsReadIsWrittenAgain() throws Exception {
    String text = "{\"b\":[1,2.50,1E400,-0],\"a\":{\"x\":null,\"y\":true},\"c\":\"\uD83D\uDE00\"}";
    assertThat(Json.compact(JsonReader.read(new StringReader(text)))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "[1] x",
        "{a:1}",
        "['a']",
        "[01]",
        "[1.]",
        "[NaN]",
        "[\"\\ud800\"]",
        "[\"\\udc00\\ud800\"]",
        "[\"\t\"]",
        "[\"\\x\"]",
        "// c\n[]",
        "[1 2]",
      })
  void isRefused(String text) {
    assertThatThrownBy(() -> JsonReader.read(new StringReader(text)))
        .isInstanceOf(BadJson.class)
        .hasMessageNotContaining("jackson");
  }
}

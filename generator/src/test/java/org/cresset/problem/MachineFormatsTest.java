package org.cresset.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MachineFormatsTest {
  private static final Problem PROBLEM =
      Problem.of(
              Code.SOURCE_SHALLOW,
              new Span("content/ä b.md", 2, 3, 4),
              "a \"quoted\" \u202E thing",
              "none",
              "remove it")
          .withSource("  \u202Eabcd")
          .withRelated(List.of(Span.file("content/c.md")));

  @Test
  void jsonHoldsEveryPart() {
    assertThat(ProblemJson.of(List.of(PROBLEM)))
        .isEqualTo(
            """
            [
              {
                "severity" : "warning",
                "code" : "source-shallow",
                "path" : "content/ä b.md",
                "line" : 2,
                "column" : 3,
                "length" : 4,
                "found" : "a \\"quoted\\" \\u202E thing",
                "expected" : "none",
                "help" : "remove it",
                "source" : "  \\u202Eabcd",
                "related" : [
                  {
                    "path" : "content/c.md",
                    "line" : 0,
                    "column" : 0,
                    "length" : 0
                  }
                ]
              }
            ]
            """);
  }

  @Test
  void sarifNamesRuleLevelPlaceAndMessage() {
    String sarif = Sarif.of(List.of(PROBLEM), "1.2.3").replaceAll("\\s+", " ");
    assertThat(sarif)
        .contains("\"version\" : \"2.1.0\"")
        .contains("\"name\" : \"Cresset\", \"version\" : \"1.2.3\"")
        .contains(
            "\"ruleId\" : \"source-shallow\", \"ruleIndex\" : " + Code.SOURCE_SHALLOW.ordinal())
        .contains("\"level\" : \"warning\", \"message\"")
        .contains("\"uri\" : \"content/%C3%A4%20b.md\", \"uriBaseId\" : \"%SRCROOT%\"")
        .contains("\"startLine\" : 2, \"startColumn\" : 3, \"endColumn\" : 7")
        .contains(
            "\"relatedLocations\" : [ { \"physicalLocation\" : { \"artifactLocation\" : { \"uri\" : \"content/c.md\"")
        .contains("\\u202E")
        .doesNotContain("\u202E");
  }

  @Test
  void everyRuleIsListedOnceInSarif() {
    String sarif = Sarif.of(List.of(), "1");
    for (Code code : Code.values()) {
      assertThat(sarif).containsOnlyOnce("\"id\" : \"" + code.id() + "\"");
    }
  }
}

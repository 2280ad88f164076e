package org.cresset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of four formats become drafts that pass the checks, and nothing of them is lost. */
class ImportTest {
  private static final String VERIS =
      """
      {"incident_id": "A-1", "source_id": "vcdb", "security_incident": "Confirmed",
       "summary": "A clerk mailed a list to the wrong address. Nobody called back.",
       "timeline": {"incident": {"year": 2013, "month": 4, "day": 9},
                    "discovery": {"unit": "Days", "value": 2}, "containment": {"unit": "Hours"}},
       "victim": {"country": ["US"], "state": "MO", "victim_id": "Example Clinic"},
       "actor": {"internal": {"variety": ["End-user"]}},
       "action": {"error": {"variety": ["Misdelivery"]},
                  "malware": {"variety": ["Unknown"], "cve": "CVE-2019-1234, heartbleed"}},
       "asset": {"assets": [{"variety": "S - Mail", "amount": 2}]},
       "attribute": {"confidentiality": {"data_total": 77}},
       "impact": {"overall_rating": "Painful", "iso_currency_code": "USD",
                  "loss": [{"variety": "Response and recovery", "amount": 1200}]},
       "reference": "https://example.org/a;b ; https://example.org/c (2014)",
       "plus": {"created": "2014-02-01T10:30:15Z", "analyst": "somebody", "unheard_of": {"deep": [1, 2.50, null, "x"]}}}
      """;

  @TempDir private Path folder;
  private KnowledgeBase base;

  @BeforeEach
  void start() throws Exception {
    base = KnowledgeBase.in(folder.toRealPath());
  }

  private KnowledgeBase.Said take(String format, String name, String content, String... more)
      throws Exception {
    base.write(name, content);
    String kind = format.equals("veris") || format.equals("csv") ? "reports" : "advisories";
    return base.run(
        Stream.concat(
                Stream.of("import", format, name, "--into", "content/" + kind + "/old"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private List<Path> documents() throws Exception {
    try (Stream<Path> files = Files.walk(base.root().resolve("content"))) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
    }
  }

  private String document() throws Exception {
    assertThat(documents()).hasSize(1);
    return Files.readString(documents().getFirst());
  }

  private void noErrors() {
    assertThat(base.run("check").text()).doesNotContain("error[");
  }

  @Test
  void anIncidentBecomesAReport() throws Exception {
    KnowledgeBase.Said said = take("veris", "in.json", VERIS);
    assertThat(said.status()).isZero();
    assertThat(said.text())
        .contains("action.malware.cve has 'heartbleed', which is no CVE id; kept")
        .contains("reference has '(2014)', which is no address; kept")
        .endsWith("1 new, 0 not taken in");
    assertThat(document())
        .contains("classification: private\nonly: []\nstatus: draft\n")
        .contains("title: A clerk mailed a list to the wrong address\n")
        .contains("from: VERIS record of vcdb", "reference: A-1", "received_on: 2026-10-05")
        .contains(
            "logged: 2014-02-01T10:30Z\noccurred: 2013-04-09T00:00Z\ndetected: 2013-04-11T00:00Z\n")
        .contains("severity: medium", "outcome: successful", "locations: [US-MO]")
        .contains("methods: [\"error: Misdelivery\", malware]")
        .contains("{type: cve, value: CVE-2019-1234, basis: hearsay}")
        .contains("{part: restoration, amount: 1200, currency: USD, note: Response and recovery}")
        .contains("url: \"https://example.org/a;b\"")
        .contains("!!! hearsay \"VERIS record of vcdb\"\n\n    A clerk mailed")
        .contains("Example Clinic", "77", "heartbleed", "(2014)")
        .contains("\"deep\" : [", "2.50", "null");
    noErrors();
  }

  @Test
  void whatIsOddInARecordIsSaid() throws Exception {
    String odd =
        VERIS
            .replace("\"value\": 2", "\"value\": 1.5")
            .replace("\"month\": 4, ", "")
            .replace("\"US\"", "\"UK\"")
            .replace("\"iso_currency_code\": \"USD\",", "");
    assertThat(take("veris", "in.json", odd).text())
        .contains("timeline.discovery is '1.5 Days', which can't be counted; kept")
        .contains("timeline.incident has a day without its month; kept, the year alone is taken")
        .contains("victim.country 'UK' is no country of ISO 3166; kept")
        .contains("impact has an amount without a currency; kept, and not among the costs");
    assertThat(document())
        .contains("occurred: 2013-01-01T00:00Z", "The incident; the record knows only the year.")
        .contains("1.5", "UK", "1200")
        .doesNotContain("detected:", "locations:", "costs:");
    noErrors();
  }

  @Test
  void aRecordIsKnownAgainEvenWhereItWasMovedTo() throws Exception {
    take("veris", "in.json", VERIS);
    Path moved = base.root().resolve("content/reports/2013/elsewhere");
    Files.createDirectories(moved);
    Path file = documents().getFirst();
    Files.move(file, moved.resolve(file.getFileName()));
    assertThat(take("veris", "in.json", VERIS).text()).endsWith("1 unchanged, 0 not taken in");
    String newer = VERIS.replace("\"data_total\": 77", "\"data_total\": 78");
    assertThat(take("veris", "in.json", newer, "--dry-run").text())
        .endsWith("1 updated, 0 not taken in (dry run: nothing was written)");
    assertThat(document()).contains("| 77 |");
    assertThat(take("veris", "in.json", newer).text()).endsWith("1 updated, 0 not taken in");
    assertThat(document()).contains("| 78 |").doesNotContain("| 77 |");
  }

  @Test
  void whatAPersonChangedIsLeft() throws Exception {
    take("veris", "in.json", VERIS);
    Files.writeString(documents().getFirst(), document().replace("Nobody", "Somebody"));
    assertThat(take("veris", "in.json", VERIS).text()).endsWith("1 unchanged, 0 not taken in");
    String newer = VERIS.replace("Nobody", "No one");
    assertThat(take("veris", "in.json", newer).text())
        .contains("so has the document by hand; it is left as it is")
        .endsWith("1 left as edited by hand, 0 not taken in");
    assertThat(document()).contains("Somebody called back");
    take("veris", "in.json", newer, "--overwrite");
    assertThat(document()).contains("No one called back");
  }

  @Test
  void linesOfRecordsAreTakenOneByOne() throws Exception {
    String one = VERIS.replace("\n", " ");
    String lines =
        "{\"file\": \"a.json\", \"record\": "
            + one
            + "}\n"
            + "{\"incident_id\": \"A-2\", \"victim\": {}, \n"
            + one.replace("A-1", "A-3").replace("\"day\": 9", "\"day\": 31")
            + "\n"
            + one.replace("Misdelivery", "Loss")
            + "\n"
            + one
            + "\n";
    KnowledgeBase.Said said = take("veris", "in.jsonl", lines);
    assertThat(said.text())
        .contains("in.jsonl:2: warning: not taken in: line 1, column ", "the text ends too early")
        .contains("in.jsonl:5: warning: not taken in: 'A-1' is there a second time; the first")
        .contains("no date of the calendar (2013-4-31); kept, and 'occurred' left out")
        .contains("'A-1' is there a second time, with other content; taken in as another")
        .endsWith("3 new, 2 not taken in");
    noErrors();
  }

  @Test
  void methodsAreThoseOfTheTeam() throws Exception {
    base.write(
        "content/cresset.yaml",
        """
        team: {name: Example CSIRT, email: csirt@example.org}
        site: {url: https://csirt.example.org/}
        vocabulary: {methods: [misdelivery, phishing]}
        """);
    assertThat(take("veris", "in.json", VERIS).text())
        .contains("not in vocabulary.methods, so taken as keywords: malware");
    assertThat(document()).contains("methods: [misdelivery]").contains(", malware]");
    noErrors();
  }

  @Test
  void hostileTextCanOpenNothing() throws Exception {
    String evil =
        "x\\\"\\n---\\nclassification: public\\n::: public\\n# A\\n<b> [l](../x.md) \\u202e";
    String record = VERIS.replace("A clerk mailed a list", evil).replace("somebody", evil);
    assertThat(take("veris", "in.json", record).status()).isZero();
    String front = document().substring(0, document().indexOf("\n---\n", 4));
    assertThat(front.lines().filter(l -> l.startsWith("classification")))
        .containsExactly("classification: private");
    noErrors();
    assertThat(take("veris", "b.json", "[{\"incident_id\": \"\\ud800\", \"actor\": {}}]").text())
        .contains("b.json: warning: not taken in: line 1, column 18: half of a surrogate pair");
  }

  @Test
  void onlyBelowTheFolderOfItsKind() throws Exception {
    base.write("in.json", VERIS);
    KnowledgeBase.Said said = base.run("import", "veris", "in.json", "--into", "content/pages");
    assertThat(said.status()).isEqualTo(2);
    assertThat(said.text()).contains("these records become reports");
    assertThat(base.run("import", "stix", "in.json", "--into", "x").status()).isEqualTo(2);
    assertThat(base.run("import", "veris", "gone.json", "--into", "x").status()).isEqualTo(1);
  }

  @Test
  void utf16WithItsMarkIsReadAndOtherBytesAreRefused() throws Exception {
    Path file = base.root().resolve("in.json");
    Files.write(file, VERIS.getBytes(StandardCharsets.UTF_16));
    assertThat(base.run("import", "veris", "in.json", "--into", "content/reports/old").text())
        .endsWith("1 new, 0 not taken in");
    Files.write(file, VERIS.replace("clerk", "cl\u00e9rk").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(base.run("import", "veris", "in.json", "--into", "content/reports/old").text())
        .contains("in.json: warning: not taken in: bytes that are no UTF-8")
        .endsWith("0 new, 1 not taken in".substring(7));
  }
}

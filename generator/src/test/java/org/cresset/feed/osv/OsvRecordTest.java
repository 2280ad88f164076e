package org.cresset.feed.osv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.cresset.json.Json;
import org.cresset.model.Product;
import org.cresset.scap.PackageUrl;
import org.cresset.testkit.Demonstration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are as the specification of OSV 1.7 has them. */
class OsvRecordTest {
  private static Product product(String purl, String... affected) {
    return new Product(
        Optional.empty(),
        Optional.empty(),
        "libexparse",
        List.of(affected),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.of(purl),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        ">=1.4.0 <1.6.2 # SEMVER # introduced 1.4.0, fixed 1.6.2",
        "<=1.6.2 # SEMVER # introduced 0, last_affected 1.6.2",
        ">1.4.0 # SEMVER # introduced 1.4.0",
        "* # SEMVER # introduced 0",
        ">=1.4 <1.6 # ECOSYSTEM # introduced 1.4, fixed 1.6",
        "vers:npm/>=1.0.0|<1.1.0|>=2.0.0|<2.3.0 # SEMVER # introduced 1.0.0, fixed 1.1.0;"
            + " introduced 2.0.0, fixed 2.3.0"
      })
  void rangesBecomeEvents(String range, String type, String events) throws Exception {
    Product product = product("pkg:npm/%40example/libexparse", range);
    JsonNode affected =
        new ObjectMapper()
            .readTree(
                Json.compact(
                    OsvRange.affected(
                        product, PackageUrl.of(product.purl().orElseThrow()).orElseThrow())));
    StringBuilder said = new StringBuilder();
    for (JsonNode one : affected.path("ranges")) {
      assertThat(one.path("type").asText()).isEqualTo(type);
      said.append(said.isEmpty() ? "" : "; ");
      for (JsonNode event : one.path("events")) {
        assertThat(event.size()).isEqualTo(1);
        String name = event.fieldNames().next();
        boolean first = event == one.path("events").get(0);
        said.append(first ? "" : ", ").append(name).append(' ').append(event.path(name).asText());
      }
    }
    assertThat(said).hasToString(events);
  }

  @Test
  void singleVersionsAreListed() {
    String said =
        Json.compact(
            OsvRange.affected(
                product("pkg:pypi/libexparse@1.0", "1.0", "1.1"),
                PackageUrl.of("pkg:pypi/libexparse@1.0").orElseThrow()));
    assertThat(said)
        .isEqualTo(
            "{\"package\":{\"ecosystem\":\"PyPI\",\"name\":\"libexparse\","
                + "\"purl\":\"pkg:pypi/libexparse\"},\"versions\":[\"1.0\",\"1.1\"]}");
  }

  @Test
  void theDemonstrationHasARecordForItsPackages() throws Exception {
    Path folder = Demonstration.tree("public").resolve("osv");
    JsonNode record = new ObjectMapper().readTree(folder.resolve("x_csa-2026-b6nr.json").toFile());
    assertThat(record.path("id").asText()).isEqualTo("x_csa-2026-b6nr");
    assertThat(record.path("schema_version").asText()).isEqualTo("1.7.0");
    String time = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";
    assertThat(record.path("modified").asText()).matches(time);
    assertThat(record.path("published").asText()).matches(time);
    assertThat(record.path("affected")).hasSize(2);
    assertThat(record.at("/affected/0/package/ecosystem").asText()).isEqualTo("Maven");
    assertThat(record.at("/affected/1/package/name").asText()).isEqualTo("@example/libexparse");
    assertThat(record.path("aliases").path(0).asText()).isEqualTo("CVE-2026-9990105");
    assertThat(record.at("/severity/0/type").asText()).isEqualTo("CVSS_V3");
    assertThat(record.findValuesAsText("type"))
        .isSubsetOf("ADVISORY", "FIX", "WEB", "CVSS_V3", "CVSS_V4", "SEMVER", "ECOSYSTEM");
    assertThat(folder.resolve("x_csa-2026-b6nr.json.asc")).isRegularFile();
    assertThat(Files.readString(folder.resolve("modified_id.csv")))
        .isEqualTo(record.path("modified").asText() + ",x_csa-2026-b6nr\n");
  }

  @Test
  void allRecordsAreOneSignedFileWithoutATraceOfTheMachine() throws Exception {
    Path folder = Demonstration.tree("public").resolve("osv");
    Map<String, String> found = new TreeMap<>();
    try (ZipFile zip = new ZipFile(folder.resolve("all.zip").toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        found.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
      }
    }
    Map<String, String> records = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        records.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(found).isNotEmpty().isEqualTo(records);
    assertThat(folder.resolve("all.zip.asc")).isRegularFile();
  }

  @Test
  void anArchiveIsTheSameWhateverTheTimeZone() {
    SortedMap<String, byte[]> records = new TreeMap<>(Map.of("a.json", new byte[] {1, 2}));
    TimeZone here = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      byte[] east = OsvArchive.of(records);
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Pago_Pago"));
      assertThat(OsvArchive.of(records)).isEqualTo(east);
    } finally {
      TimeZone.setDefault(here);
    }
  }
}

package org.cresset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cresset.check.KnowledgeBase;
import org.cresset.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of fields accounts for each value of an advisory: mapped, kept, or dropped and why. */
class FieldsTest {
  @TempDir private Path folder;

  @Test
  void ofCsaf() throws Exception {
    assertThat(said("csaf", AdvisoryImportTest.CSAF)).isEqualTo(counted(AdvisoryImportTest.CSAF));
  }

  @Test
  void ofOsv() throws Exception {
    assertThat(said("osv", AdvisoryImportTest.OSV)).isEqualTo(counted(AdvisoryImportTest.OSV));
  }

  private Map<String, Integer> said(String format, String record) throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath()).write("in.json", record);
    String text =
        base.run("import", format, "in.json", "--into", "content/advisories", "--report", "--json")
            .text();
    Map<?, ?> json = (Map<?, ?>) JsonReader.read(new StringReader(text));
    Map<String, Integer> said = new TreeMap<>();
    ((Map<?, ?>) json.get("fields"))
        .forEach((path, row) -> {
          Map<?, ?> fates = (Map<?, ?>) row;
          assertThat(fates.get("why_dropped").toString().isEmpty())
              .as("why %s was dropped", path)
              .isEqualTo(number(fates, "dropped") == 0);
          said.put(
              path.toString(),
              number(fates, "mapped") + number(fates, "kept") + number(fates, "dropped"));
        });
    return said;
  }

  private static int number(Map<?, ?> fates, String fate) {
    return Integer.parseInt(fates.get(fate).toString());
  }

  private static Map<String, Integer> counted(String record) throws Exception {
    Map<String, Integer> counted = new TreeMap<>();
    ((Map<?, ?>) JsonReader.read(new StringReader(record)))
        .forEach((key, value) -> count(key.toString(), value, counted));
    return counted;
  }

  private static void count(String path, Object value, Map<String, Integer> counted) {
    switch (value) {
      case Map<?, ?> map -> map.forEach((k, v) -> count(path + "." + k, v, counted));
      case List<?> list -> list.forEach(v -> count(path + "[]", v, counted));
      default -> counted.merge(path, 1, Integer::sum);
    }
  }
}

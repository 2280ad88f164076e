package org.cresset.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;

/**
 * What the index keeps of a document to show and to count it.
 *
 * @param facets values by facet name
 */
record Stored(
    DocumentId id,
    String title,
    String path,
    String date,
    String severity,
    String excerpt,
    SortedMap<String, List<String>> facets) {
  /** Facets of every edition, then those of the team's. The year is counted from the date. */
  static final List<Field> FACETS =
      List.of(
          Field.KIND,
          Field.SEVERITY,
          Field.STATUS,
          Field.SITE,
          Field.METHOD,
          Field.SOFTWARE,
          Field.LOCATION,
          Field.KEYWORD);

  private static final String FIELD = "\u001F";
  private static final String VALUE = "\u001E";

  static Stored of(SearchDocument d) {
    SortedMap<String, List<String>> facets = new TreeMap<>();
    FACETS.forEach(f -> facets.put(f.token(), d.values().getOrDefault(f, List.of())));
    String date = d.date().toString();
    return new Stored(d.id(), d.title(), d.path(), date, d.severity(), d.excerpt(), facets);
  }

  byte[] bytes() {
    List<String> fields =
        new ArrayList<>(List.of(id.kind().name(), id.id(), title, path, date, severity, excerpt));
    FACETS.forEach(f -> fields.add(String.join(VALUE, facets.getOrDefault(f.token(), List.of()))));
    return String.join(FIELD, fields).getBytes(StandardCharsets.UTF_8);
  }

  static Stored of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  static Stored of(byte[] bytes, int offset, int length) {
    String[] f = new String(bytes, offset, length, StandardCharsets.UTF_8).split(FIELD, -1);
    SortedMap<String, List<String>> facets = new TreeMap<>();
    for (int i = 0; i < FACETS.size(); i++) {
      String values = f[7 + i];
      List<String> list = values.isEmpty() ? List.of() : Arrays.asList(values.split(VALUE, -1));
      facets.put(FACETS.get(i).token(), list);
    }
    DocumentId id = new DocumentId(Kind.valueOf(f[0]), f[1]);
    return new Stored(id, f[2], f[3], f[4], f[5], f[6], facets);
  }
}

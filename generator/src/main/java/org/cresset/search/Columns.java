package org.cresset.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.SmallFloat;
import org.cresset.model.DocumentId;
import org.cresset.problem.Visible;

/** Packs what the export holds of each document: what ranks it, counts it and shows it. */
final class Columns {
  private static final int DOCUMENTS = 4096;
  private static final int SHOWN = 16;

  private final Shards shards;
  private final List<Field> facets;
  private final Map<String, Map<String, Integer>> values = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();
  private final List<String> counted = new ArrayList<>();

  Columns(Shards shards, List<Field> facets) {
    this.shards = shards;
    this.facets = facets;
    facets.forEach(f -> values.put(f.token(), new LinkedHashMap<>()));
  }

  void add(List<Held> documents) {
    for (int from = 0; from < documents.size(); from += DOCUMENTS) {
      List<Held> part = documents.subList(from, Math.min(documents.size(), from + DOCUMENTS));
      List<Stored> stored = part.stream().map(d -> Stored.of(d.stored())).toList();
      Packed packed = new Packed().text(shown(stored));
      part.forEach(d -> packed.number(norm(d.textWords())));
      part.forEach(d -> packed.number(norm(d.titleWords())));
      names.add(shards.packed(packed.take()));
      dates(stored, packed);
      facets.forEach(f -> facet(f.token(), stored, packed));
      counted.add(shards.packed(packed.take()));
    }
  }

  /** A length as Lucene keeps it, in one byte. */
  private static int norm(int words) {
    return Byte.toUnsignedInt(SmallFloat.intToByte4(words));
  }

  /** Where what ranks and shows the documents lies. */
  List<String> names() {
    return names;
  }

  /** Where what counts them lies, which is read after the first results are shown. */
  List<String> counted() {
    return counted;
  }

  /** The shard with the values of each facet; a document's are numbers in these lists. */
  String values() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    values.forEach((facet, numbers) -> lists.put(facet, List.copyOf(numbers.keySet())));
    return shards.json(lists);
  }

  private String shown(List<Stored> stored) {
    StringBuilder chunks = new StringBuilder();
    for (int i = 0; i < stored.size(); i += SHOWN) {
      List<Stored> chunk = stored.subList(i, Math.min(stored.size(), i + SHOWN));
      chunks.append(shards.json(chunk.stream().map(Columns::shown).toList()));
    }
    return chunks.toString();
  }

  private static List<String> shown(Stored d) {
    DocumentId id = d.id();
    return List.of(
        id.kind().word(),
        id.id(),
        Visible.line(d.title()),
        d.path(),
        d.date(),
        d.severity(),
        d.excerpt());
  }

  /** Days since 1970-01-01, then from each document to the next: doubled, less one backwards. */
  private static void dates(List<Stored> stored, Packed packed) {
    int last = 0;
    for (Stored d : stored) {
      int day = (int) Math.max(0, LocalDate.parse(d.date()).toEpochDay());
      int step = 2 * Math.abs(day - last);
      packed.number(day < last ? step - 1 : step);
      last = day;
    }
  }

  private void facet(String facet, List<Stored> stored, Packed packed) {
    Map<String, Integer> numbers = values.getOrDefault(facet, Map.of());
    for (Stored d : stored) {
      List<String> of = d.facets().getOrDefault(facet, List.of());
      packed.number(of.size());
      for (String value : of) {
        packed.number(numbers.computeIfAbsent(value, v -> numbers.size()));
      }
    }
  }
}

package org.cresset.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cresset.json.Json;
import org.cresset.json.JsonReader;
import org.cresset.model.Kind;

/** Takes in the records of files, one after the other. */
final class Importer implements Input {
  /** Part of each record's digest: a new way of mapping makes all of them anew. */
  private static final String MAPPING = "2";

  private static final String EDITED =
      "the record has changed, and so has the document by hand; it is left as it is (--overwrite"
          + " takes the record)";

  private final String prefix;
  private final Mapper mapper;
  private final Shelf shelf;
  private final LocalDate receivedOn;
  private final String settings;
  private final Map<Written, Integer> counts = new EnumMap<>(Written.class);
  private final List<Imported.Remark> remarks = new ArrayList<>();
  private final List<Imported.Remark> refused = new ArrayList<>();
  private final Map<String, String> seen = new HashMap<>();
  private final Fates fates = new Fates();

  /**
   * @param prefix of ids, such as {@code veris}
   * @param settings what besides the record decides how it is mapped
   */
  Importer(String prefix, Mapper mapper, Shelf shelf, LocalDate receivedOn, String settings) {
    this.prefix = prefix;
    this.mapper = mapper;
    this.shelf = shelf;
    this.receivedOn = receivedOn;
    this.settings = settings;
  }

  @Override
  public void record(String place, Map<String, Object> record) {
    String whole = Json.compact(record);
    Fates own = new Fates();
    try {
      Draft draft = mapper.map(Taking.of(record, own));
      String digest = Stamp.digest(MAPPING + settings + whole);
      String id = id(draft, digest);
      String before = seen.putIfAbsent(id, digest);
      if (before != null) {
        String other = before.equals(digest) ? "" : ", with other content";
        refused(
            place,
            "'" + draft.reference() + "' is there a second time" + other + "; the first was taken");
        return;
      }
      Written written = shelf.write(id, digest, Page.of(draft, () -> whole(whole), receivedOn));
      counts.merge(written, 1, Integer::sum);
      if (written == Written.EDITED) {
        draft.remarks().add(EDITED);
      }
      draft.remarks().stream()
          .distinct()
          .forEach(r -> remarks.add(new Imported.Remark(place, id, r)));
      fates.add(own);
    } catch (Mapper.Refused e) {
      refused(place, e.why());
    }
  }

  /** Incidents with one number but different contents are told apart by their order. */
  private String id(Draft draft, String digest) {
    String id = Stamp.id(prefix, draft.origin().space(), draft.reference());
    String before = seen.getOrDefault(id, digest);
    if (before.equals(digest) || draft.kind() != Kind.REPORT) {
      return id;
    }
    draft
        .remarks()
        .add(
            "'"
                + draft.reference()
                + "' is there a second time, with other content; taken in as another document");
    return Stamp.id(prefix, draft.origin().space(), draft.reference() + "#2");
  }

  @SuppressWarnings("unchecked") // The text of an object is an object.
  private static Map<String, Object> whole(String json) {
    try {
      return (Map<String, Object>) JsonReader.read(new java.io.StringReader(json));
    } catch (org.cresset.json.BadJson e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void refused(String place, String why) {
    refused.add(new Imported.Remark(place, "", why));
  }

  Imported imported() {
    return new Imported(counts, remarks, refused, fates.fields());
  }
}

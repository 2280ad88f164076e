package org.cresset.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.model.Kind;

/**
 * A row of a table as a document, by a mapping. Cells are text; a formula is never anything else.
 */
final class CsvMapper implements Mapper {
  private static final Set<String> TIMES =
      Set.of("logged", "occurred", "detected", "contained", "closed", "next_update");
  private static final Set<String> DATES = Set.of("refer_again", "retain_until", "review_on");
  private static final Set<String> LISTS =
      Set.of(
          "keywords",
          "aliases",
          "locations",
          "methods",
          "software",
          "sites",
          "advisories",
          "related",
          "vulnerabilities",
          "references");
  private static final Map<String, String> FORMS =
      Map.of(
          "severity", "none|low|medium|high|critical",
          "priority", "[1-5]",
          "outcome", "successful|unsuccessful|unknown",
          "exploitation", "none_known|proof_of_concept|active|widespread",
          "locations", "[A-Z]{2}(-[A-Z0-9]{1,3})?",
          "vulnerabilities", "CVE-\\d{4}-\\d{4,19}",
          "references", "(https?|ftp)://[^\\s<>\"]+");
  private static final Set<String> PRODUCT =
      Set.of("product_name", "vendor", "affected", "fixed", "purl");

  private final CsvMapping mapping;
  private final Vocabulary methods;
  private final Set<String> sites;

  CsvMapper(CsvMapping mapping, Vocabulary methods, Set<String> sites) {
    this.mapping = mapping;
    this.methods = methods;
    this.sites = sites;
  }

  @Override
  public Draft map(Taking row) throws Refused {
    String id =
        row.text(mapping.id())
            .orElseThrow(() ->
                new Refused(
                    "the column '"
                        + mapping.id()
                        + "' is empty, so that the row could not be found again"));
    List<String> remarks = new ArrayList<>();
    SequencedMap<String, Object> front = new LinkedHashMap<>();
    front.put("title", Prose.title(mapping.from() + " " + id, 200));
    VerisMapper.put(
        front, "aliases", Prose.isPlain(id) ? List.of(Prose.title(id, 100)) : List.of());
    Map<String, Object> product = new LinkedHashMap<>();
    mapping
        .fields()
        .forEach((key, source) -> {
          List<String> values = values(row, key, source, remarks);
          if (!values.isEmpty()) {
            if (mapping.kind() == Kind.ADVISORY && PRODUCT.contains(key)) {
              product.put(key, values.getFirst());
            } else {
              put(front, key, values);
            }
          }
        });
    VerisMapper.put(front, "products", product.isEmpty() ? List.of() : List.of(product));
    StringBuilder body = new StringBuilder();
    for (CsvMapping.Section section : mapping.body()) {
      row.text(section.column())
          .ifPresent(t ->
              body.append("## ")
                  .append(Prose.line(section.heading()))
                  .append("\n\n")
                  .append(Prose.paragraphs(t))
                  .append("\n\n"));
    }
    return new Draft(
        mapping.kind(),
        new Draft.Origin(mapping.from(), mapping.from(), mapping.tlp()),
        id,
        front,
        body.toString(),
        row.kept(),
        remarks);
  }

  @SuppressWarnings("unchecked") // Only lists of texts are put under these keys.
  private static void put(Map<String, Object> front, String key, List<String> values) {
    if (key.equals("references")) {
      front.put(key, values.stream().map(u -> Map.of("url", u)).toList());
    } else if (LISTS.contains(key)) {
      List<String> all = new ArrayList<>((List<String>) front.getOrDefault(key, List.of()));
      all.addAll(values);
      front.put(key, all.stream().distinct().toList());
    } else {
      front.put(key, values.getFirst());
    }
  }

  private List<String> values(
      Taking row, String key, CsvMapping.Source source, List<String> remarks) {
    Optional<String> cell = row.look(source.column());
    if (cell.isEmpty()) {
      return List.of();
    }
    List<String> parts =
        source.split().isEmpty()
            ? List.of(cell.get())
            : Stream.of(cell.get().split(java.util.regex.Pattern.quote(source.split())))
                .map(String::strip)
                .filter(p -> !p.isEmpty())
                .toList();
    List<String> values = new ArrayList<>();
    for (String part : parts) {
      String said = source.values().getOrDefault(part, part);
      Optional<String> value =
          source.values().isEmpty() || source.values().containsKey(part)
              ? fitting(key, said, source)
              : Optional.empty();
      if (value.isEmpty()) {
        remarks.add(
            source.column()
                + " is '"
                + Prose.title(part, 60)
                + "', which does not fit "
                + key
                + "; kept");
        return List.of();
      }
      values.add(value.get());
    }
    row.text(source.column());
    return values;
  }

  /** The value as the front matter has it. */
  private Optional<String> fitting(String key, String text, CsvMapping.Source source) {
    if (TIMES.contains(key)) {
      return time(text, source);
    }
    if (DATES.contains(key)) {
      return time(text, source).map(t -> t.substring(0, 10));
    }
    boolean fits =
        Prose.isPlain(text.replace('\n', ' ').replace("\r", " "))
            && (!FORMS.containsKey(key) || text.matches(FORMS.get(key)))
            && (!key.equals("sites") || sites.contains(text))
            && (!key.equals("methods") || methods.sort(List.of(text)).unknown().isEmpty());
    if (key.equals("methods") && fits) {
      return methods.sort(List.of(text)).known().stream().findFirst();
    }
    return fits
        ? Optional.of(
            key.equals("resolution") || key.equals("action")
                ? Prose.paragraphs(text)
                : Prose.title(text, 500))
        : Optional.empty();
  }

  private static Optional<String> time(String text, CsvMapping.Source source) {
    try {
      if (source.format().isEmpty()) {
        return Optional.of(
                text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(source.zone()).toOffsetDateTime()
                    : OffsetDateTime.parse(text))
            .map(Dates::text);
      }
      TemporalAccessor read =
          source
              .format()
              .get()
              .parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      return Optional.of(
              switch (read) {
                case OffsetDateTime at -> at;
                case LocalDateTime at -> at.atZone(source.zone()).toOffsetDateTime();
                case LocalDate day -> day.atStartOfDay(source.zone()).toOffsetDateTime();
                default -> throw new DateTimeException(text);
              })
          .map(Dates::text);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

package org.cresset.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * By what an incident is to be found (K9), read straight from a raw record or from the text of a
 * report.
 *
 * @param id of the report
 * @param logged the day on which it was logged
 * @param text all that it says
 */
record Facts(
    String id,
    List<String> sites,
    Optional<String> logged,
    Optional<String> occurred,
    List<String> software,
    List<String> methods,
    List<String> locations,
    List<String> addresses,
    String status,
    Optional<Long> days,
    List<String> severity,
    List<String> keywords,
    List<String> cves,
    String text) {
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\w.])(\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w/]|\\.\\w)");

  static Facts of(String id, RawIncident raw) {
    String text = raw.json().toString();
    return new Facts(
        id,
        List.of(),
        raw.created().map(t -> t.substring(0, 10)),
        raw.day().map(Object::toString),
        List.of(),
        raw.methods(),
        raw.locations(),
        addresses(text),
        "draft",
        raw.days(),
        raw.severity(),
        raw.keywords(),
        raw.cves(),
        text);
  }

  /** Of a report of the demonstration, as its author wrote it. */
  static Facts of(Path file) throws IOException {
    String text = Files.readString(file);
    Object front =
        new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
            .loadFromString(text.substring(4, text.indexOf("\n---\n", 4) + 1));
    Map<?, ?> f = (Map<?, ?>) front;
    String name = file.getFileName().toString();
    Optional<Instant> logged = time(f, "logged").or(() -> firstEntry(f, text));
    Optional<Instant> from = time(f, "occurred").or(() -> time(f, "detected")).or(() -> logged);
    Optional<Instant> to = time(f, "closed").or(() -> time(f, "contained"));
    return new Facts(
        name.equals("index.md") ? file.getParent().getFileName().toString() : stem(name),
        words(f, "sites"),
        logged.map(t -> t.toString().substring(0, 10)),
        time(f, "occurred").map(t -> t.toString().substring(0, 10)),
        words(f, "software"),
        words(f, "methods"),
        words(f, "locations"),
        addresses(text.replace("[.]", ".")),
        f.get("status").toString(),
        from.flatMap(a -> to.map(b -> Math.max(0, Duration.between(a, b).toDays()))),
        words(f, "severity"),
        words(f, "keywords"),
        observed(f, "cve"),
        text);
  }

  private static String stem(String name) {
    return name.substring(0, name.length() - ".md".length());
  }

  private static Optional<Instant> time(Map<?, ?> front, String key) {
    return Optional.ofNullable(front.get(key)).map(t -> instant(t.toString()));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static Optional<Instant> firstEntry(Map<?, ?> front, String text) {
    Stream<String> listed =
        front.get("chronology") instanceof List<?> list
            ? list.stream().map(e -> ((Map<?, ?>) e).get("at").toString())
            : Stream.of();
    Stream<String> written =
        Pattern.compile("(?m)^- (\\d{4}-\\d\\d-\\d\\dT\\S+) ")
            .matcher(text)
            .results()
            .map(m -> m.group(1));
    return Stream.concat(listed, written).map(Facts::instant).sorted().findFirst();
  }

  private static List<String> observed(Map<?, ?> front, String type) {
    List<String> values = new ArrayList<>();
    if (front.get("observables") instanceof List<?> list) {
      for (Object o : list) {
        if (o instanceof Map<?, ?> map && type.equals(map.get("type"))) {
          values.add(map.get("value").toString());
        }
      }
    }
    return values;
  }

  private static List<String> words(Map<?, ?> front, String key) {
    return switch (front.get(key)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(Object::toString).toList();
      case Object one -> List.of(one.toString());
    };
  }

  private static List<String> addresses(String text) {
    return IPV4.matcher(text).results().map(m -> m.group(1)).distinct().toList();
  }
}

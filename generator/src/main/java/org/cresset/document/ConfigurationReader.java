package org.cresset.document;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cresset.edition.Team;
import org.cresset.model.TriageTarget;
import org.cresset.problem.Code;

/**
 * Reads {@code cresset.yaml}; everything but the team's name, mail address and the site's URL has a
 * default.
 */
final class ConfigurationReader {
  private static final String TRIAGE =
      "{1: {contact: 15m, update: 4h}, 2: {contact: 1h, update: 1d}, 3: {contact: 4h, update: 3d},"
          + " 4: {contact: 1d, update: 7d}, 5: {contact: 3d, update: 30d}}";

  private ConfigurationReader() {}

  static Optional<Configuration> read(Text text, String content) {
    return Yaml.read(text, content, 1).map(map -> read(new Fields(text, map)));
  }

  private static Configuration read(Fields f) {
    Team team = sub(f, "team", ConfigurationReader::team);
    Configuration.SiteOptions site = sub(f, "site", ConfigurationReader::site);
    Configuration configuration =
        new Configuration(
            team,
            f.fields("team").flatMap(t -> t.word("press")),
            site,
            editions(f),
            f.fields("signing").map(SigningReader::read).orElse(Configuration.Signing.STANDARD),
            f.fields("release").flatMap(r -> days(r, "valid_for")).orElse(90),
            f.fields("release").flatMap(ConfigurationReader::continues),
            f.fields("release").stream().anyMatch(ConfigurationReader::comparesCommitted),
            groups(f),
            f.fields("vocabulary").map(ConfigurationReader::methods).orElse(List.of()),
            f.fields("retention").flatMap(r -> period(r, "report")).orElse(Period.ofYears(7)),
            f.fields("register").flatMap(r -> period(r, "verify_every")).orElse(Period.ofYears(1)),
            triage(f),
            ids(f),
            f.fields("mail")
                .flatMap(ConfigurationReader::subject)
                .orElse(Configuration.MAIL_SUBJECT));
    approvals(f);
    f.finish();
    return configuration;
  }

  /** Who relies on a rule that nothing enforces must be told. */
  private static void approvals(Fields f) {
    if (!f.items("approvals").isEmpty()) {
      f.text()
          .warn(
              Code.VALUE_INVALID,
              f.at("approvals"),
              "approvals, which this version does not enforce",
              "none",
              "let the Git host ask for signed commits and reviews; leave it as a note of what is meant");
    }
  }

  private static <T> T sub(Fields f, String key, Function<Fields, T> reader) {
    Optional<Fields> there = f.fields(key);
    if (there.isEmpty()) {
      f.missing(key, "the " + key + "'s settings");
    }
    Fields sub =
        there.orElse(new Fields(f.text(), new Node.Mapping(f.at(), new LinkedHashMap<>())));
    T value = reader.apply(sub);
    sub.finish();
    return value;
  }

  private static Team team(Fields f) {
    f.has("press");
    return new Team(
        f.need("name", "the team's name"),
        f.word("namespace", Form.URL),
        f.choice("category", "coordinator", "vendor", "discoverer", "user", "translator", "other")
            .orElse("coordinator"),
        email(f),
        f.word("phone"),
        zone(f));
  }

  private static String email(Fields f) {
    String email = f.need("email", "the team's mail address");
    return email.isEmpty() ? "" : f.word("email", Form.EMAIL).orElse("");
  }

  private static ZoneId zone(Fields f) {
    Optional<String> name = f.word("timezone");
    if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
      f.text()
          .wrong(
              Code.VALUE_INVALID,
              f.at("timezone"),
              "timezone is '" + name.get() + "'",
              "a name of the time zone database",
              "write for example UTC or Australia/Brisbane");
      return ZoneId.of("UTC");
    }
    return ZoneId.of(name.orElse("UTC"));
  }

  private static Configuration.SiteOptions site(Fields f) {
    String url = f.need("url", "where the public site is served");
    if (!url.isEmpty() && !url.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
      f.text()
          .wrong(
              Code.VALUE_INVALID,
              f.at("url"),
              "url is '" + url + "'",
              "an https address",
              "write for example https://csirt.example.org/");
    }
    return new Configuration.SiteOptions(
        url.endsWith("/") || url.isEmpty() ? url : url + "/",
        f.word("lang", Form.LANG).orElse("en"),
        f.word("history_url", Form.URL),
        f.word("archive_url", Form.URL),
        f.timeOrDate("security_txt_expires"),
        f.at("security_txt_expires"));
  }

  private static List<Configuration.EditionOptions> editions(Fields f) {
    Optional<Fields> there = f.fields("editions");
    if (there.isEmpty()) {
      return List.of(
          new Configuration.EditionOptions("public", "anyone", false, f.at()),
          new Configuration.EditionOptions("staff", "team", false, f.at()));
    }
    Fields map = there.get();
    List<Configuration.EditionOptions> result = new ArrayList<>();
    for (String id : map.keys()) {
      if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
        f.text()
            .wrong(
                Code.VALUE_INVALID,
                map.at(id),
                "an edition named '" + id + "'",
                "small letters, digits and '-', at most 64, beginning with a letter or digit",
                "rename it; the edition's folder below the site has its name");
      }
      map.fields(id)
          .ifPresent(e -> {
            result.add(
                new Configuration.EditionOptions(
                    id,
                    e.need("readers", "who reads it: anyone, team, or 'each constituent'"),
                    e.flag("sealed", false),
                    map.at(id)));
            e.finish();
          });
    }
    return List.copyOf(result);
  }

  private static Optional<String> continues(Fields f) {
    f.word("valid_for");
    Optional<String> value = f.word("continues");
    comparesCommitted(f);
    f.finish();
    return value;
  }

  private static boolean comparesCommitted(Fields f) {
    return f.choice("versions", "published", "committed").stream().anyMatch("committed"::equals);
  }

  private static Optional<String> subject(Fields f) {
    Optional<String> subject = f.word("subject");
    f.finish();
    return subject;
  }

  private static List<String> methods(Fields f) {
    List<String> methods = f.words("methods");
    f.finish();
    return methods;
  }

  private static SortedMap<String, List<String>> groups(Fields f) {
    SortedMap<String, List<String>> groups = new TreeMap<>();
    f.fields("groups").ifPresent(g -> g.keys().forEach(key -> groups.put(key, g.words(key))));
    return groups;
  }

  /** What is set for a priority, over what holds by default. */
  private static SortedMap<Integer, TriageTarget> triage(Fields f) {
    SortedMap<Integer, TriageTarget> targets = targets(defaults(f.text()));
    f.fields("triage").ifPresent(set -> targets.putAll(targets(set)));
    return targets;
  }

  private static SortedMap<Integer, TriageTarget> targets(Fields f) {
    SortedMap<Integer, TriageTarget> targets = new TreeMap<>();
    for (int priority = 1; priority <= 5; priority++) {
      int key = priority;
      f.fields(String.valueOf(key))
          .ifPresent(t -> {
            targets.put(key, new TriageTarget(duration(t, "contact"), duration(t, "update")));
            t.finish();
          });
    }
    f.finish();
    return targets;
  }

  private static Fields defaults(Text text) {
    return new Fields(text, Yaml.read(new Text(text.path(), TRIAGE), TRIAGE, 1).orElseThrow());
  }

  private static SortedMap<String, String> ids(Fields f) {
    SortedMap<String, String> ids = new TreeMap<>();
    f.fields("ids")
        .ifPresent(i -> {
          i.choice("advisory", "random", "sequential").ifPresent(v -> ids.put("advisory", v));
          i.choice("report", "random", "YYMMDDHHMM").ifPresent(v -> ids.put("report", v));
          i.finish();
        });
    return ids;
  }

  private static Optional<Integer> days(Fields f, String key) {
    return f.word(key, Form.DAYS).map(s -> Integer.parseInt(s, 0, s.length() - 1, 10));
  }

  private static Optional<Period> period(Fields f, String key) {
    Optional<String> word = f.word(key, Form.PERIOD);
    f.finish();
    return word.map(s -> Period.parse("P" + s.toUpperCase(Locale.ROOT)));
  }

  private static Duration duration(Fields f, String key) {
    String word = f.need(key, "a time such as 15m, 4h or 3d");
    if (word.isEmpty() || f.word(key, Form.SPAN).isEmpty()) {
      return Duration.ZERO;
    }
    long n = Long.parseLong(word, 0, word.length() - 1, 10);
    return switch (word.charAt(word.length() - 1)) {
      case 'm' -> Duration.ofMinutes(n);
      case 'h' -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }
}

package org.cresset.collection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cresset.json.Json;

/** Invented incidents in the VERIS vocabulary, one a line, with what is odd in real ones. */
final class VerisRecords {
  private static final List<String> UNITS =
      List.of("Seconds", "Minutes", "Hours", "Days", "Weeks", "Months", "Years", "Never", "NA");
  private static final Map<String, List<String>> ACTIONS =
      Map.of(
          "hacking", List.of("SQLi", "Use of stolen creds", "Brute force", "Unknown"),
          "malware", List.of("Ransomware", "Backdoor", "Other"),
          "error", List.of("Misdelivery", "Loss"),
          "physical", List.of("Theft", "NA"),
          "social", List.of("Phishing"),
          "unknown", List.of("Unknown"));
  private static final List<String> ASSETS =
      List.of("S - Database", "S - Web application", "U - Laptop", "M - Documents", "Unknown");
  private static final List<String> COUNTRIES = List.of("US", "GB", "AU", "DE", "UK", "Unknown");
  private static final List<String> RATINGS =
      List.of("Insignificant", "Distracting", "Painful", "Damaging", "Catastrophic", "Unknown");
  private static final List<String> WORDS =
      List.of("clinic", "school", "council", "laptop", "invoice", "portal", "backup", "printer");
  private static final List<String> AMOUNTS =
      List.of("0", "1200", "99.50", "250000", "-5", "about 900", "1,000");

  private final Random random = new Random(20261122);

  private VerisRecords() {}

  /** So many records and some lines that are none; the last line has no end. */
  static List<String> lines(int count) {
    VerisRecords records = new VerisRecords();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(Json.compact(Map.of("file", i + ".json", "record", records.record())));
    }
    lines.add(3, lines.get(0));
    lines.add(5, lines.get(1).replace("\"summary\":\"", "\"summary\":\"Corrected. "));
    lines.add(9, "");
    lines.add(11, "[\"no incident\", 5]");
    lines.add(12, "{\"incident_id\": \"\", \"actor\": {}}");
    lines.add(13, "{\"incident_id\": \"no-parts\"}");
    lines.add(lines.get(2).substring(0, 40));
    return lines;
  }

  private Map<String, Object> record() {
    Map<String, Object> r = new LinkedHashMap<>();
    r.put("incident_id", new UUID(random.nextLong(), random.nextLong()).toString());
    r.put("source_id", "invented");
    r.put("security_incident", pick(List.of("Confirmed", "Confirmed", "Suspected", "Near miss")));
    r.put("summary", summary());
    r.put("timeline", timeline());
    r.put("victim", victim());
    r.put("actor", Map.of(pick(List.of("external", "internal", "partner", "unknown")), Map.of()));
    r.put("action", action());
    r.put("asset", Map.of("assets", some(ASSETS).stream().map(a -> Map.of("variety", a)).toList()));
    r.put("attribute", Map.of(pick(List.of("confidentiality", "integrity")), Map.of("x", 1)));
    r.put("discovery_method", discovery());
    if (random.nextBoolean()) {
      r.put("impact", impact());
    }
    r.put("notes", "employees: 20 \u007f\n| a *b* _c_ <d> `e` | ::: public\r\n# " + pick(WORDS));
    r.put("reference", "https://example.org/" + random.nextInt(99) + "; see also (2014)");
    String hour = String.valueOf(10 + random.nextInt(13));
    r.put(
        "plus", Map.of("created", "2019-03-0" + (1 + random.nextInt(9)) + "T" + hour + ":00:00Z"));
    return r;
  }

  private String summary() {
    String address = random.nextInt(5) == 0 ? " from 192.0.2." + random.nextInt(40) : "";
    return "Something happened to the " + pick(WORDS) + " and the " + pick(WORDS) + address + ".";
  }

  private Map<String, Object> timeline() {
    Map<String, Object> incident = new LinkedHashMap<>();
    incident.put("year", random.nextInt(30) == 0 ? 1960 : 2009 + random.nextInt(9));
    if (random.nextInt(3) > 0) {
      incident.put("month", 1 + random.nextInt(12));
    }
    if (random.nextInt(3) > 0) {
      incident.put("day", 1 + random.nextInt(31));
    }
    Map<String, Object> timeline = new LinkedHashMap<>();
    timeline.put("incident", incident);
    timeline.put("discovery", duration());
    timeline.put("containment", duration());
    return timeline;
  }

  private Map<String, Object> duration() {
    Map<String, Object> duration = new LinkedHashMap<>();
    duration.put("unit", pick(UNITS));
    if (random.nextInt(4) > 0) {
      double value = List.of(-3.0, 1.5).get(random.nextInt(2));
      value = random.nextInt(12) == 0 ? value : random.nextInt(90);
      duration.put("value", value < 10 ? value : (Object) (int) value);
    }
    return duration;
  }

  private Map<String, Object> victim() {
    Map<String, Object> victim = new LinkedHashMap<>();
    victim.put("victim_id", "Example " + pick(WORDS));
    victim.put("country", List.of(pick(COUNTRIES)));
    victim.put("state", pick(List.of("MO", "NY", "Bavaria", "mo")));
    return victim;
  }

  private Map<String, Object> action() {
    Map<String, Object> action = new LinkedHashMap<>();
    for (String group : some(ACTIONS.keySet().stream().sorted().toList())) {
      Map<String, Object> of = new LinkedHashMap<>();
      of.put("variety", some(ACTIONS.get(group)));
      if (group.equals("hacking") && random.nextInt(3) == 0) {
        of.put("cve", "CVE-2014-" + (1000 + random.nextInt(3)) + "; heartbleed");
      }
      action.put(group, of);
    }
    return action;
  }

  private Map<String, Object> discovery() {
    return switch (random.nextInt(4)) {
      case 0 -> Map.of("unknown", true);
      case 1 -> Map.of("internal", Map.of("variety", List.of("Log review", "NIDS")));
      case 2 -> Map.of("external", Map.of("variety", List.of("Unknown")));
      default -> Map.of("external", Map.of("variety", List.of("Customer")));
    };
  }

  private Map<String, Object> impact() {
    Map<String, Object> impact = new LinkedHashMap<>();
    impact.put("overall_rating", pick(RATINGS));
    if (random.nextInt(4) > 0) {
      impact.put("iso_currency_code", pick(List.of("USD", "USD", "EUR", "pounds")));
    }
    impact.put("overall_amount", pick(AMOUNTS));
    if (random.nextBoolean()) {
      List<String> varieties = List.of("Asset and fraud", "Response and recovery", "Brand damage");
      impact.put(
          "loss",
          some(varieties).stream()
              .map(v -> Map.of("variety", v, "amount", (Object) pick(AMOUNTS)))
              .toList());
    }
    return impact;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** One or two. */
  private <T> List<T> some(List<T> from) {
    return List.of(pick(from), pick(from)).stream().distinct().toList();
  }
}

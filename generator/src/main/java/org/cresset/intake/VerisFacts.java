package org.cresset.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the front matter can hold of a VERIS record; its fields stay in the table as well. */
final class VerisFacts {
  private static final Set<String> NOTHING = Set.of("Unknown", "NA", "Other", "unknown");
  private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());
  private static final String CVE = "CVE-\\d{4}-\\d{4,19}";
  private static final Map<String, String> PARTS =
      Map.of("Response and recovery", "restoration", "Asset and fraud", "other");

  private final Taking record;
  private final List<String> remarks;

  VerisFacts(Taking record, List<String> remarks) {
    this.record = record;
    this.remarks = remarks;
  }

  /** Class and variety, such as {@code hacking: SQLi}; the class alone where no more is known. */
  List<String> methods() {
    Taking action = record.object("action");
    List<String> methods = new ArrayList<>();
    for (String group : action.keys()) {
      List<String> known =
          action.object(group).lookAll("variety").stream().filter(VerisFacts::says).toList();
      known.forEach(v -> methods.add(group + ": " + v));
      if (known.isEmpty() && says(group)) {
        methods.add(group);
      }
    }
    return methods.stream().filter(Prose::isPlain).distinct().sorted().toList();
  }

  List<String> assets() {
    return record.object("asset").objects("assets").stream()
        .flatMap(a -> a.look("variety").stream())
        .filter(v -> says(v) && Prose.isPlain(v))
        .distinct()
        .sorted()
        .toList();
  }

  List<String> keywords() {
    Set<String> words = new TreeSet<>(assets());
    record.object("actor").keys().stream()
        .filter(VerisFacts::says)
        .forEach(a -> words.add("actor: " + a));
    record.object("attribute").keys().stream().filter(VerisFacts::says).forEach(words::add);
    return words.stream().filter(Prose::isPlain).toList();
  }

  /** Countries of the victim, and its state where it is one of the United States. */
  List<String> locations() {
    Taking victim = record.object("victim");
    Set<String> places = new TreeSet<>();
    for (String country : victim.lookAll("country")) {
      Optional<String> state = victim.look("state").filter(s -> s.matches("[A-Z]{2}"));
      if (COUNTRIES.contains(country)) {
        places.add(country.equals("US") && state.isPresent() ? "US-" + state.get() : country);
      } else if (says(country)) {
        remarks.add("victim.country '" + country + "' is no country of ISO 3166; kept");
      }
    }
    return List.copyOf(places);
  }

  List<String> discovery() {
    Taking method = record.object("discovery_method");
    return method.keys().stream()
        .filter(VerisFacts::says)
        .map(who -> {
          List<String> how =
              method.object(who).lookAll("variety").stream().filter(VerisFacts::says).toList();
          return how.isEmpty() ? who : who + " (" + String.join(", ", how) + ")";
        })
        .filter(Prose::isPlain)
        .toList();
  }

  List<Map<String, Object>> observables() {
    SequencedMap<String, Map<String, Object>> seen = new LinkedHashMap<>();
    for (String group : List.of("hacking", "malware")) {
      Taking action = record.object("action").object(group);
      for (String word : split(action, "cve", "[,;\\s]+")) {
        String cve = word.toUpperCase(Locale.ROOT);
        if (cve.matches(CVE)) {
          seen.put(cve, observable("cve", cve));
        } else if (word.length() > 3) {
          remarks.add(
              "action."
                  + group
                  + ".cve has '"
                  + Prose.title(word, 40)
                  + "', which is no CVE id; kept");
        }
      }
      split(action, "name", "\\s*[,;]\\s*").stream()
          .filter(n -> says(n) && Prose.isPlain(n))
          .forEach(n -> seen.put(n, observable("tool", n)));
    }
    return List.copyOf(seen.values());
  }

  private static List<String> split(Taking from, String key, String separator) {
    return from.lookAll(key).stream()
        .flatMap(t -> Stream.of(t.split(separator)))
        .map(String::strip)
        .filter(t -> !t.isEmpty())
        .toList();
  }

  private static Map<String, Object> observable(String type, String value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", type);
    map.put("value", value);
    map.put("basis", "hearsay");
    return map;
  }

  /** Addresses, mostly parted by semicolons; what is none is kept and said. */
  List<Map<String, Object>> references() {
    String text = record.look("reference").orElse("");
    List<Map<String, Object>> references = new ArrayList<>();
    for (String part : text.split("\\s*;\\s*(?=\\w+://|$)|\\s+")) {
      String url = part.replaceAll("^[;,]+|[;,]+$", "");
      if (url.matches("(https?|ftp)://[^\\s<>\"]+") && Prose.isPlain(url)) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("url", url);
        references.add(reference);
      } else if (!url.isEmpty()) {
        remarks.add("reference has '" + Prose.title(url, 60) + "', which is no address; kept");
      }
    }
    return references.stream().distinct().toList();
  }

  List<Map<String, Object>> costs() {
    Taking impact = record.object("impact");
    Optional<String> currency = impact.look("iso_currency_code").filter(c -> c.matches("[A-Z]{3}"));
    if (currency.isEmpty()) {
      if (impact.has("overall_amount")
          || impact.objects("loss").stream().anyMatch(l -> l.has("amount"))) {
        remarks.add("impact has an amount without a currency; kept, and not among the costs");
      }
      return List.of();
    }
    List<Map<String, Object>> costs = new ArrayList<>();
    for (Taking loss : impact.objects("loss")) {
      String variety = loss.look("variety").orElse("loss");
      loss.look("amount")
          .flatMap(VerisFacts::amount)
          .ifPresent(a ->
              costs.add(cost(PARTS.getOrDefault(variety, "other"), a, currency.get(), variety)));
    }
    if (costs.isEmpty()) {
      impact
          .look("overall_amount")
          .flatMap(VerisFacts::amount)
          .ifPresent(a -> costs.add(cost("other", a, currency.get(), "overall amount")));
    }
    return costs;
  }

  private static Optional<String> amount(String text) {
    return Optional.of(text).filter(t -> t.matches("\\d{1,15}(\\.\\d{1,4})?"));
  }

  private static Map<String, Object> cost(
      String part, String amount, String currency, String note) {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("part", part);
    cost.put("amount", amount);
    cost.put("currency", currency);
    cost.put("note", Prose.title(note, 80));
    return cost;
  }

  private static boolean says(String word) {
    return !NOTHING.contains(word);
  }
}

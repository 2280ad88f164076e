package org.cresset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.cresset.edition.Article;
import org.cresset.model.Severity;

/** Made-up documents and queries on them, from a seed. */
final class Corpus {
  private static final List<String> WORDS =
      List.of(
          "gateway",
          "gateways",
          "remote",
          "code",
          "execution",
          "executed",
          "attacker",
          "attackers",
          "intruder",
          "web",
          "shell",
          "phishing",
          "mail",
          "password",
          "passwords",
          "server",
          "service",
          "vulnerability",
          "vulnerable",
          "update",
          "updated",
          "updating",
          "network",
          "address",
          "well\u2010known",
          "log4j-core-2.17.1.jar",
          "port",
          "8443",
          "192.0.2.17",
          "198.51.100.4",
          "203.0.113.99",
          "evil.example.org",
          "evil[.]example[.]net",
          "CVE-2026-1001",
          "CVE-2026-1002",
          "CVE-2025-77",
          "4.2.7",
          "4.2.6",
          "the",
          "the",
          "the",
          "a",
          "of",
          "of",
          "to",
          "new",
          "new",
          "the team's",
          "user@example.org",
          "caf\u00e9",
          "\u5b57",
          "flies",
          "running",
          "ransomware");

  private final Random random;

  Corpus(long seed) {
    random = new Random(seed);
  }

  List<Article> articles(int count) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String date =
          String.format(
              Locale.ROOT, "20%02d-%02d-%02d", 20 + below(7), 1 + below(12), 1 + below(28));
      String title = words(2 + below(6));
      String text = words(5 + below(random.nextInt(10) == 0 ? 900 : 120));
      Severity severity = Severity.values()[below(5)];
      articles.add(
          switch (below(3)) {
            case 0 ->
                Samples.advisory(
                    "a" + i,
                    date,
                    title,
                    text,
                    severity,
                    List.of("CVE-2026-" + (1000 + below(20))),
                    List.of("Example " + words(1)));
            case 1 ->
                Samples.report(
                    "r" + i,
                    date,
                    title,
                    text,
                    severity,
                    "site" + below(5),
                    "method-" + below(4),
                    List.of("192.0.2." + below(40)));
            default -> Samples.page("p" + i, date, title, text);
          });
    }
    return articles;
  }

  String query() {
    StringBuilder query = new StringBuilder(clause());
    for (int n = below(4); n > 0; n--) {
      query.append(' ').append(clause());
    }
    return query.toString();
  }

  private String clause() {
    return switch (below(16)) {
      case 0 -> "\"" + words(2) + "\"";
      case 1 -> "-" + words(1);
      case 2 ->
          List.of("ga", "exec", "pas", "192.0", "cve-2026", "up", "t", "vulnerabi").get(below(8))
              + "*";
      case 3 -> "site:site" + below(6);
      case 4 -> "method:" + (random.nextBoolean() ? "method-" + below(5) : "method");
      case 5 -> "kind:" + List.of("advisory", "report", "page", "term").get(below(4));
      case 6 -> "severity:" + List.of("critical", "high", "low").get(below(3));
      case 7 ->
          List.of(
                  "date:2024",
                  "date:2023-02..2025",
                  "date:>=2024-06",
                  "date:<2022",
                  "-date:2025",
                  "date:..2023-06")
              .get(below(6));
      case 8 ->
          List.of("ip:192.0.2.0/28", "ip:192.0.2.17", "ip:203.0.113.99", "-ip:192.0.2.0/24")
              .get(below(4));
      case 9 -> List.of("duration:4", "duration:>3", "duration:1..3").get(below(3));
      case 10 -> "\"" + one() + " " + one() + " " + one() + "\"";
      case 11 -> "nothing" + below(9);
      default -> words(1);
    };
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder(one());
    for (int i = 1; i < count; i++) {
      words.append(' ').append(one());
    }
    return words.toString();
  }

  private String one() {
    return WORDS.get(below(WORDS.size()));
  }

  private int below(int limit) {
    return random.nextInt(limit);
  }
}

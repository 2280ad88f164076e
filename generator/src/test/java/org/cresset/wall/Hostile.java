package org.cresset.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words, sentences and names from pools so small that private and public texts often meet. */
final class Hostile {
  private static final List<String> WORDS =
      List.of(
          "gateway", "mail", "token", "probe", "relay", "ledger", "harbour", "signal", "batch",
          "queue", "mirror", "packet", "socket", "cache", "archive", "printer", "tunnel", "beacon");
  private static final List<String> SENTENCES =
      List.of(
          "The gateway accepts a request without asking who sent it and runs what it was given.",
          "Two relays kept a copy of the token in a file that anyone on the host could read.",
          "Block the port at the border, then look for the file in the folder of the service.",
          "The second probe came from 203.0.113.9 and asked for the same page forty times.",
          "Nothing was taken as far as anyone can tell from the logs that were kept.",
          "A mirror serves the archive; its key was made in the year before last.");
  private static final List<String> TITLES =
      List.of(
          "Mail gateway runs code",
          "Token kept in a file",
          "Relay",
          "Signal and beacon",
          "How we answer",
          "What happened in the harbour");
  private static final List<String> NAMES =
      List.of("relay", "beacon", "k7f3", "w2qd", "mail-gateway", "signal", "p9mh", "ledger");

  private final Random random;

  Hostile(long seed) {
    this.random = new Random(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  String word() {
    return one(WORDS);
  }

  String sentence() {
    if (chance(60)) {
      return one(SENTENCES);
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 3 + below(9); i++) {
      words.add(word());
    }
    return String.join(" ", words) + ".";
  }

  String title() {
    return chance(70) ? one(TITLES) : word() + " " + word();
  }

  String name() {
    return one(NAMES);
  }

  String words(int most) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i <= below(most); i++) {
      words.add(word());
    }
    return "[" + String.join(", ", words) + "]";
  }

  String observable() {
    return one(List.of("203.0.113.9", "198.51.100.7", "192.0.2.44"));
  }

  String instant() {
    return "2026-10-0" + (1 + below(4)) + "T0" + below(4) + ":00Z";
  }

  byte[] bytes() {
    byte[] bytes = new byte[40 + below(3)];
    java.util.Arrays.fill(bytes, (byte) ('a' + below(3)));
    return bytes;
  }
}

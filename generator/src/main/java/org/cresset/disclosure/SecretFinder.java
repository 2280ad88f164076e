package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds secrets and personal data by the rule set. A rule is tried only on lines that hold one of
 * its cues. Safe for several threads.
 */
public final class SecretFinder {
  private static final int LONGEST_LINE = 4000;
  private static final int PREFIX = 4;

  private final Map<Long, List<Rule>> words = new HashMap<>();
  private final Map<Long, List<Rule>> beginnings = new HashMap<>();
  private final List<Rule> digits = new ArrayList<>();

  public SecretFinder() {
    this(Rules.read());
  }

  SecretFinder(List<Rule> rules) {
    for (Rule rule : rules) {
      for (String cue : rule.cues()) {
        if (cue.equals("#")) {
          digits.add(rule);
        } else if (cue.endsWith("*")) {
          add(beginnings, cue.substring(0, cue.length() - 1), rule);
        } else {
          add(words, cue, rule);
        }
      }
    }
  }

  private static void add(Map<Long, List<Rule>> cues, String cue, Rule rule) {
    cues.computeIfAbsent(Tokens.hash(cue), c -> new ArrayList<>()).add(rule);
  }

  /** Something that a rule found. */
  public record Secret(int start, int end, Rule rule) {}

  /** In the order of places; none overlaps one before it. */
  public List<Secret> find(Tokens tokens) {
    Set<Tried> tried = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Set<Rule> rules = Set.of();
      if (tokens.length(i) >= PREFIX && tokens.isNumber(i)) {
        rules = new LinkedHashSet<>(digits);
      } else if (words.containsKey(tokens.hash(i))) {
        rules = new LinkedHashSet<>(words.getOrDefault(tokens.hash(i), List.of()));
      } else if (tokens.length(i) > PREFIX) {
        rules = new LinkedHashSet<>(beginnings.getOrDefault(tokens.hashOf(i, PREFIX), List.of()));
      }
      for (Rule rule : rules) {
        tried.add(Tried.at(tokens.text(), tokens.start(i), rule));
      }
    }
    List<Secret> found = new ArrayList<>();
    tried.forEach(t -> find(tokens.text(), t, found));
    found.sort(
        java.util.Comparator.comparingInt(Secret::start)
            .thenComparing(java.util.Comparator.comparingInt(Secret::end).reversed()));
    List<Secret> apart = new ArrayList<>();
    for (Secret secret : found) {
      if (apart.isEmpty() || apart.getLast().end() <= secret.start()) {
        apart.add(secret);
      }
    }
    return apart;
  }

  /** A line on which a rule is tried. */
  private record Tried(int from, int to, Rule rule) {
    static Tried at(String text, int cue, Rule rule) {
      int from = Math.max(text.lastIndexOf('\n', cue) + 1, cue - LONGEST_LINE);
      int end = text.indexOf('\n', cue);
      return new Tried(from, Math.min(end < 0 ? text.length() : end, cue + LONGEST_LINE), rule);
    }
  }

  private static void find(String text, Tried tried, List<Secret> found) {
    Rule rule = tried.rule();
    Matcher m = rule.pattern().matcher(text).region(tried.from(), tried.to());
    m.useTransparentBounds(true);
    while (m.find()) {
      String thing = m.group(m.groupCount());
      if (thing != null
          && rule.test().test(thing)
          && rule.unless().filter(u -> u.matcher(thing).find()).isEmpty()) {
        found.add(new Secret(m.start(m.groupCount()), m.end(m.groupCount()), rule));
      }
    }
  }
}
